package org.jadhere.network.addresses;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much of a prefix is held.
 *
 * @param addresses all of them
 * @param taken those that are held now
 */
public record PrefixUse(BigInteger addresses, BigInteger taken) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** In percent, rounded down, but for what is hardly used at all: that is one. */
    public int percent() {
        int percent = new BigDecimal(taken)
                .multiply(WHOLE)
                .divide(new BigDecimal(addresses), 0, RoundingMode.DOWN)
                .intValue();
        return percent == 0 && taken.signum() > 0 ? 1 : percent;
    }

    public boolean isFull() {
        return taken.compareTo(addresses) >= 0;
    }

    boolean isShort(@Nullable Integer warnPercent) {
        return warnPercent != null && percent() >= warnPercent;
    }
}
