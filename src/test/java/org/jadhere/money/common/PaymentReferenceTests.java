package org.jadhere.money.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jadhere.people.association.Mod97CheckDigits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reference typed on a transfer identifies its member or no member, never another one. */
class PaymentReferenceTests {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final long SEED = 11649;

    private static PaymentReference of(int number) {
        return new PaymentReference(number);
    }

    @Test
    void isAnIso11649ReferenceOfTheMemberNumber() {
        assertThat(of(123).text()).matches("RF[0-9]{2}ADH000123");
        assertThat(Mod97CheckDigits.areValid(of(123).text())).isTrue();
        assertThat(of(Integer.MAX_VALUE).text()).as("at most 25 characters").hasSizeLessThan(26);
    }

    @Test
    void isShownInGroupsOfFour() {
        assertThat(of(123).groupByFour()).matches("RF[0-9]{2} ADH0 0012 3");
    }

    @Test
    void isFoundInTheSpellingsOfBanks() {
        String text = of(123).text();
        for (String written : new String[] {
            text,
            text.toLowerCase(java.util.Locale.ROOT),
            of(123).groupByFour(),
            "VIR SEPA M DUPONT " + text + " COTISATION 2026",
            "/RFB/" + text,
            text + " 2026",
            String.join("-", text.split("")),
            of(123).groupByFour() + "\n" + text
        }) {
            assertThat(PaymentReference.in(written)).as(written).contains(of(123));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "RF", "cotisation 2026", "RF18 5390 0754 7034", "ADH000123", "RF00ADH000123", "RF41ADH"})
    void isNotFoundInOtherText(String written) {
        assertThat(PaymentReference.in(written)).isEmpty();
    }

    @Test
    void referencesOfTwoMembersIdentifyNone() {
        assertThat(PaymentReference.in(of(1).text() + " " + of(2).text())).isEmpty();
    }

    @Test
    void everyNumberIsReadBack() {
        IntStream.concat(
                        IntStream.of(1, 999_999, 1_000_000, 20_240_001, Integer.MAX_VALUE),
                        new Random(SEED).ints(2_000, 1, Integer.MAX_VALUE))
                .forEach(number -> assertThat(
                                PaymentReference.in(of(number).text()).orElse(of(number)))
                        .isEqualTo(of(number)));
        IntStream.rangeClosed(1, 5_000)
                .forEach(number ->
                        assertThat(PaymentReference.in(of(number).text())).contains(of(number)));
    }

    @Test
    void numberZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(0));
    }

    @Test
    void oneWrongCharacterIsDetected() {
        members().forEach(number -> {
            String text = of(number).text();
            for (int place = 0; place < text.length(); place++) {
                for (char wrong : CHARACTERS.toCharArray()) {
                    if (wrong != text.charAt(place)) {
                        String typed = text.substring(0, place) + wrong + text.substring(place + 1);
                        assertThat(PaymentReference.in(typed))
                                .as("%s for %s, seed %d", typed, text, SEED)
                                .isEqualTo(Optional.empty());
                    }
                }
            }
        });
    }

    @Test
    void twoSwappedCharactersAreDetected() {
        members().forEach(number -> {
            String text = of(number).text();
            for (int place = 1; place < text.length(); place++) {
                char before = text.charAt(place - 1);
                char after = text.charAt(place);
                if (before != after) {
                    String typed = text.substring(0, place - 1) + after + before + text.substring(place + 1);
                    assertThat(PaymentReference.in(typed))
                            .as("%s for %s, seed %d", typed, text, SEED)
                            .isEqualTo(Optional.empty());
                }
            }
        });
    }

    private static IntStream members() {
        return IntStream.concat(IntStream.of(1, 27, 999_999), new Random(SEED).ints(100, 1, 999_999));
    }
}
