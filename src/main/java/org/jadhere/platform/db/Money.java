package org.jadhere.platform.db;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An amount in euros, exact to the cent, not negative and below one hundred million, as the database's domain
 * {@code euros}. Its text is {@code 28.00}.
 */
public record Money(BigDecimal euros) implements Comparable<Money> {

    private static final BigDecimal LIMIT = new BigDecimal("100000000");
    private static final Pattern SYNTAX = Pattern.compile("\\d{1,8}(\\.\\d{1,2})?");

    // Declared after LIMIT, which the constructor needs.
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** @throws IllegalArgumentException if the amount is negative, too large or has more than two decimals */
    public Money {
        if (euros.signum() < 0
                || euros.compareTo(LIMIT) >= 0
                || euros.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("not an amount in euros and cents: " + euros.toPlainString());
        }
        euros = euros.setScale(2, RoundingMode.UNNECESSARY);
    }

    /**
     * Parses {@code 28}, {@code 28.5} or {@code 28.00}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Money parse(String text) {
        if (!SYNTAX.matcher(text).matches()) {
            throw new IllegalArgumentException("not an amount in euros and cents: " + text);
        }
        return new Money(new BigDecimal(text));
    }

    public boolean isZero() {
        return euros.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return euros.compareTo(other.euros);
    }

    @Override
    public String toString() {
        return euros.toPlainString();
    }
}
