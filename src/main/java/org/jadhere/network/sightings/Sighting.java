package org.jadhere.network.sightings;

import java.time.Instant;
import java.util.List;
import org.jadhere.platform.db.IpPrefix;

/**
 * An address or prefix that a router knew.
 *
 * @param source which router or interface, in the router's words
 */
record Sighting(IpPrefix address, RouterSource way, Instant seenAt, String source) {

    // "This network", loopback, link-local, multicast and beyond: RFC 6890, RFC 4291.
    private static final List<IpPrefix> NO_SUBSCRIBERS = List.of(
            IpPrefix.parse("0.0.0.0/8"),
            IpPrefix.parse("127.0.0.0/8"),
            IpPrefix.parse("169.254.0.0/16"),
            IpPrefix.parse("224.0.0.0/3"),
            IpPrefix.parse("::/127"),
            IpPrefix.parse("fe80::/10"),
            IpPrefix.parse("ff00::/8"));

    /** Whether it says nothing about anybody: a default route, or addresses that no provider gives. */
    boolean isNobodys() {
        return address.length() == 0 || NO_SUBSCRIBERS.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Reads what a router writes in its column of addresses. Neighbours and leases are hosts, so that 192.0.2.7/24 is the one
     * host and its length that of its network; but a whole IPv6 prefix is leased as such (RFC 8415, section 6.3).
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static IpPrefix address(String written, RouterSource way) {
        if (written.equalsIgnoreCase("default")) {
            return IpPrefix.parse("0.0.0.0/0");
        }
        String text = written.replaceAll("%[^/]*", "");
        int slash = text.indexOf('/');
        if (way == RouterSource.ROUTE || slash < 0) {
            return IpPrefix.parse(text);
        }
        IpPrefix host = IpPrefix.parse(text.substring(0, slash));
        if (!text.substring(slash + 1).matches("\\d{1,3}")
                || Integer.parseInt(text.substring(slash + 1)) > bits(text)) {
            throw new IllegalArgumentException("not a prefix length: " + text);
        }
        return way == RouterSource.LEASE && !host.isIpv4() && isWhole(text) ? IpPrefix.parse(text) : host;
    }

    /** Without a word about its kind, a prefix is a route, and all else a neighbour. */
    static RouterSource wayOf(String written) {
        boolean prefix = written.contains("/")
                && isWhole(written)
                && !IpPrefix.parse(written).isSingleAddress();
        return prefix || written.equalsIgnoreCase("default") ? RouterSource.ROUTE : RouterSource.NEIGHBOUR;
    }

    private static boolean isWhole(String written) {
        try {
            IpPrefix.parse(written);
            return true;
        } catch (IllegalArgumentException bitsBeyond) {
            return false;
        }
    }

    private static int bits(String text) {
        return text.contains(":") ? 128 : 32;
    }
}
