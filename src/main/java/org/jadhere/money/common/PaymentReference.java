package org.jadhere.money.common;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jadhere.people.association.Mod97CheckDigits;
import org.jadhere.platform.web.Texts;

/**
 * What a member writes on a transfer, so that the money finds its way: a creditor reference (ISO 11649) made of the
 * member number, as {@code RF53ADH000123}. Its check digits tell a slip of the finger from a number.
 */
public record PaymentReference(int memberNumber) {

    private static final String MARK = "ADH";
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 10;
    private static final Pattern BEGINNING = Pattern.compile("RF[0-9]{2}" + MARK + "(?=([0-9]+))");

    /** Refuses what is no member number with {@link IllegalArgumentException}. */
    public PaymentReference {
        if (memberNumber <= 0) {
            throw new IllegalArgumentException("not a member number: " + memberNumber);
        }
    }

    /**
     * The only one in what came with a transfer, however it is spaced and written, and whatever stands around it.
     * Nothing where there is none, where its check digits are wrong, or where it might be two.
     */
    public static Optional<PaymentReference> in(String statement) {
        String letters = statement.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        var found = BEGINNING
                .matcher(letters)
                .results()
                .flatMap(start -> lengths(start.group(1))
                        .mapToObj(digits -> letters.substring(start.start(), start.end() + digits)))
                .filter(Mod97CheckDigits::areValid)
                .flatMap(text -> number(text.substring(4 + MARK.length())).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Digits that come after a reference may be of a date: only a number that fills its places goes on beyond them. */
    private static IntStream lengths(String digits) {
        int most = digits.startsWith("0") ? FEWEST_DIGITS : Math.min(digits.length(), MOST_DIGITS);
        return digits.length() < FEWEST_DIGITS ? IntStream.empty() : IntStream.rangeClosed(FEWEST_DIGITS, most);
    }

    private static Optional<PaymentReference> number(String digits) {
        long number = Long.parseLong(digits);
        return number > 0 && number <= Integer.MAX_VALUE
                ? Optional.of(new PaymentReference((int) number))
                : Optional.empty();
    }

    /** As machines have it. */
    public String text() {
        String reference = MARK + "%06d".formatted(memberNumber);
        return "RF" + Mod97CheckDigits.of("RF", reference) + reference;
    }

    /** In groups of four, as the standard prints it for people. */
    public String inGroups() {
        return Texts.groupByFour(text());
    }
}
