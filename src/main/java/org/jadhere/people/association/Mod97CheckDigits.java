package org.jadhere.people.association;

import java.math.BigInteger;
import java.util.stream.Collectors;

/**
 * The two check digits after the first two letters of an IBAN (ISO 13616) and of a creditor reference (ISO 11649):
 * MOD 97-10 of ISO/IEC 7064, with letters as numbers from 10 and the first four characters moved to the end. They detect
 * every single wrong character of the same kind and every swap of two adjacent characters.
 */
public final class Mod97CheckDigits {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Mod97CheckDigits() {}

    /** Whether a text of capitals and digits has correct check digits; false for a text too short to have any. */
    public static boolean areValid(String text) {
        return text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+") && remainder(text.substring(4) + text.substring(0, 4)) == 1;
    }

    /** Computes the check digits between two letters and the rest. */
    public static String of(String letters, String rest) {
        return "%02d".formatted(98 - remainder(rest + letters + "00"));
    }

    private static int remainder(String text) {
        String digits = text.chars()
                .map(character -> Character.digit(character, 36))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(MODULUS).intValue();
    }
}
