package org.jadhere.network.addresses;

import java.time.Duration;
import java.util.Locale;
import org.jadhere.platform.db.IpPrefix;
import org.jspecify.annotations.Nullable;

/**
 * A prefix of the association.
 *
 * @param partLength the length of what a pool gives; none where it gives nothing by itself
 * @param sparse whether what is given next lies as far as may be from what was given
 * @param keepsEdges whether the first and, of IPv4, the last address are never given as single addresses
 * @param warnPercent from which use on it runs short
 * @param restDays for how many days what was given up is not given again
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

    /** What a prefix is for. */
    public enum Use {
        /** To be given to services. */
        POOL,
        /** Used by the association itself. */
        OWN,
        /** Kept free: a gateway, what is planned. */
        RESERVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isPool() {
        return use == Use.POOL;
    }

    /** How long what was given up is left alone. */
    Duration rest() {
        return Duration.ofDays(restDays);
    }

    /** Whether a part must not be given: the network's own address, and what hears a broadcast (RFC 3021 has none in a /31). */
    boolean keepsFree(IpPrefix part) {
        boolean edges = keepsEdges && part.isSingleAddress() && range.bits() - range.length() > 1;
        return edges && (part.equals(range.first()) || range.isIpv4() && part.equals(range.last()));
    }
}
