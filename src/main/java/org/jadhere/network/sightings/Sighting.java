package org.jadhere.network.sightings;

import java.time.Instant;
import java.util.List;
import org.jadhere.platform.db.IpPrefix;

/**
 * An address or prefix in a table of a router.
 *
 * @param source the name of the router or interface
 */
record Sighting(IpPrefix address, SightingKind kind, Instant seenAt, String source) {

    // "This network", loopback, link-local, multicast and beyond: RFC 6890, RFC 4291.
    private static final List<IpPrefix> SPECIAL_PURPOSE = List.of(
            IpPrefix.parse("0.0.0.0/8"),
            IpPrefix.parse("127.0.0.0/8"),
            IpPrefix.parse("169.254.0.0/16"),
            IpPrefix.parse("224.0.0.0/3"),
            IpPrefix.parse("::/127"),
            IpPrefix.parse("fe80::/10"),
            IpPrefix.parse("ff00::/8"));

    /** Whether it is a default route or in a range that no provider allocates. */
    boolean isNotRoutable() {
        return address.length() == 0 || SPECIAL_PURPOSE.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Parses the address column. Neighbours and leases are hosts, so that 192.0.2.7/24 is the single address with the
     * length of its network; but an IPv6 lease of a whole prefix is that prefix (RFC 8415, section 6.3).
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static IpPrefix address(String written, SightingKind kind) {
        if (written.equalsIgnoreCase("default")) {
            return IpPrefix.parse("0.0.0.0/0");
        }
        String text = written.replaceAll("%[^/]*", "");
        int slash = text.indexOf('/');
        if (kind == SightingKind.ROUTE || slash < 0) {
            return IpPrefix.parse(text);
        }
        IpPrefix host = IpPrefix.parse(text.substring(0, slash));
        if (!text.substring(slash + 1).matches("\\d{1,3}")
                || Integer.parseInt(text.substring(slash + 1)) > bits(text)) {
            throw new IllegalArgumentException("not a prefix length: " + text);
        }
        return kind == SightingKind.LEASE && !host.isIpv4() && isPrefix(text) ? IpPrefix.parse(text) : host;
    }

    /** The kind of a line that states none: a prefix is a route, an address a neighbour. */
    static SightingKind kindOf(String written) {
        boolean prefix = written.contains("/")
                && isPrefix(written)
                && !IpPrefix.parse(written).isSingleAddress();
        return prefix || written.equalsIgnoreCase("default") ? SightingKind.ROUTE : SightingKind.NEIGHBOUR;
    }

    private static boolean isPrefix(String written) {
        try {
            IpPrefix.parse(written);
            return true;
        } catch (IllegalArgumentException hostBitsSet) {
            return false;
        }
    }

    private static int bits(String text) {
        return text.contains(":") ? 128 : 32;
    }
}
