package org.jadhere.network.addresses;

import java.time.Duration;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;

/**
 * A prefix of the association.
 *
 * @param partLength the length of the parts that a pool allocates; null if it suggests none
 * @param sparse whether the next part lies as far as possible from allocated ones
 * @param keepsEdges whether the first and, of IPv4, the last address are never allocated as single addresses
 * @param warnPercent the use from which the list warns; null for never
 * @param restDays for how many days a released address is not allocated again
 */
public record Prefix(
        long id,
        IpPrefix range,
        String description,
        Use use,
        @Nullable Integer partLength,
        boolean sparse,
        boolean keepsEdges,
        @Nullable Integer warnPercent,
        int restDays) {

    public enum Use implements Word {
        /** Allocated to services. */
        POOL,
        /** Used by the association itself. */
        OWN,
        /** Kept free, for gateways or later use. */
        RESERVED
    }

    boolean isPool() {
        return use == Use.POOL;
    }

    Duration rest() {
        return Duration.ofDays(restDays);
    }

    /** Whether a part is the network or broadcast address, which a /31 does not have (RFC 3021). */
    boolean keepsFree(IpPrefix part) {
        boolean edges = keepsEdges && part.isSingleAddress() && range.bits() - range.length() > 1;
        return edges && (part.equals(range.first()) || range.isIpv4() && part.equals(range.last()));
    }
}
