package org.jadhere.money.common;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jadhere.people.association.Mod97CheckDigits;
import org.jadhere.platform.web.Texts;

/**
 * The creditor reference (ISO 11649) that a member puts on a bank transfer, made from the member number:
 * {@code RF53ADH000123}. Its check digits detect typing errors.
 */
public record PaymentReference(int memberNumber) {

    private static final String PREFIX = "ADH";
    private static final int MIN_DIGITS = 6;
    private static final int MAX_DIGITS = 10;
    private static final Pattern START = Pattern.compile("RF[0-9]{2}" + PREFIX + "(?=([0-9]+))");

    /** Rejects a number that is not positive with {@link IllegalArgumentException}. */
    public PaymentReference {
        if (memberNumber <= 0) {
            throw new IllegalArgumentException("not a member number: " + memberNumber);
        }
    }

    /**
     * Returns the single reference in the text of a bank transfer, in any case and spacing and with any text around it.
     * Empty if there is none, if its check digits are wrong, or if two references are possible.
     */
    public static Optional<PaymentReference> in(String transferText) {
        String letters = transferText.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        var found = START.matcher(letters)
                .results()
                .flatMap(start -> lengths(start.group(1))
                        .mapToObj(digits -> letters.substring(start.start(), start.end() + digits)))
                .filter(Mod97CheckDigits::areValid)
                .flatMap(text -> number(text.substring(4 + PREFIX.length())).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** A number has more than six digits only without leading zeros; further digits may belong to a date. */
    private static IntStream lengths(String digits) {
        int longest = digits.startsWith("0") ? MIN_DIGITS : Math.min(digits.length(), MAX_DIGITS);
        return digits.length() < MIN_DIGITS ? IntStream.empty() : IntStream.rangeClosed(MIN_DIGITS, longest);
    }

    private static Optional<PaymentReference> number(String digits) {
        long number = Long.parseLong(digits);
        return number > 0 && number <= Integer.MAX_VALUE
                ? Optional.of(new PaymentReference((int) number))
                : Optional.empty();
    }

    /** The electronic form, without spaces. */
    public String text() {
        String reference = PREFIX + "%06d".formatted(memberNumber);
        return "RF" + Mod97CheckDigits.of("RF", reference) + reference;
    }

    /** The printed form of the standard: groups of four characters. */
    public String groupByFour() {
        return Texts.groupByFour(text());
    }
}
