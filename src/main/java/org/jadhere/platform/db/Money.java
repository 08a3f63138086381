package org.jadhere.platform.db;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Euros, exact to the cent, never negative, below a hundred million: what the database's domain {@code euros} accepts.
 * Written as {@code 28.00}.
 */
public record Money(BigDecimal euros) implements Comparable<Money> {

    private static final BigDecimal LIMIT = new BigDecimal("100000000");
    private static final Pattern FORM = Pattern.compile("\\d{1,8}(\\.\\d{1,2})?");

    // After the limit, which it is compared with.
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** Refuses what has more than two decimals, is negative or beyond the limit, with {@link IllegalArgumentException}. */
    public Money {
        if (euros.signum() < 0
                || euros.compareTo(LIMIT) >= 0
                || euros.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("not an amount in euros and cents: " + euros.toPlainString());
        }
        euros = euros.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Reads {@code 28}, {@code 28.5} or {@code 28.00}; anything else is an {@link IllegalArgumentException}. */
    public static Money parse(String text) {
        if (!FORM.matcher(text).matches()) {
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
