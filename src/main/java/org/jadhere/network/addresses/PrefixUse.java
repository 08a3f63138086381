package org.jadhere.network.addresses;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The use of a prefix.
 *
 * @param addresses the number of all addresses
 * @param held the number of addresses held now
 */
public record PrefixUse(BigInteger addresses, BigInteger held) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The use in percent, rounded down, but at least 1 if any address is held. */
    public int percent() {
        int percent = new BigDecimal(held)
                .multiply(HUNDRED)
                .divide(new BigDecimal(addresses), 0, RoundingMode.DOWN)
                .intValue();
        return percent == 0 && held.signum() > 0 ? 1 : percent;
    }

    boolean isFull() {
        return held.compareTo(addresses) >= 0;
    }

    boolean isShort(@Nullable Integer warnPercent) {
        return warnPercent != null && percent() >= warnPercent;
    }
}
