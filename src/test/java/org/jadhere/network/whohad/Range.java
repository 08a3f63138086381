package org.jadhere.network.whohad;

import org.jadhere.platform.db.IpPrefix;

/** The last bits of an address in one of two prefixes. */
record Range(boolean ipv4, int first, int bits) {
    boolean meets(Range other) {
        return ipv4 == other.ipv4 && first < other.first + (1 << other.bits) && other.first < first + (1 << bits);
    }

    boolean contains(Range other) {
        return ipv4 == other.ipv4 && first <= other.first && other.first + (1 << other.bits) <= first + (1 << bits);
    }

    IpPrefix prefix() {
        return IpPrefix.parse(
                ipv4 ? "192.0.2.%d/%d".formatted(first, 32 - bits) : "2001:db8::%x/%d".formatted(first, 128 - bits));
    }
}
