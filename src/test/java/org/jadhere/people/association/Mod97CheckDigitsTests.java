package org.jadhere.people.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Check digits by ISO 7064, MOD 97-10. */
class Mod97CheckDigitsTests {

    /** IBANs are examples of the registry of ISO 13616, the reference is that of ISO 11649. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR1420041010050500013M02606",
                "FR7630006000011234567890189",
                "DE89370400440532013000",
                "GB29NWBK60161331926819",
                "MT84MALT011000012345MTLCAST001S",
                "RF18539007547034"
            })
    void examplesOfTheStandardsAreValid(String text) {
        assertThat(Mod97CheckDigits.areValid(text)).isTrue();
        assertThat(Mod97CheckDigits.of(text.substring(0, 2), text.substring(4))).isEqualTo(text.substring(2, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "FR", "FR76", "fr7630006000011234567890189", "FR7730006000011234567890189", "7630006000"})
    void anythingElseIsInvalid(String text) {
        assertThat(Mod97CheckDigits.areValid(text)).isFalse();
    }

    @Test
    void thereAreAlwaysTwoDigits() {
        assertThat(Mod97CheckDigits.of("RF", "ADH000027")).hasSize(2);
        for (int number = 0; number < 200; number++) {
            assertThat(Mod97CheckDigits.of("RF", "ADH" + number)).matches("0[2-9]|[1-8][0-9]|9[0-8]");
        }
    }
}
