package org.jadhere.network.sightings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which table of a router an address or prefix was seen, by the words that routers have for it. */
enum RouterSource {
    LEASE("dhcp", "dhcpv4", "dhcpv6", "pd"),
    NEIGHBOUR("neighbor", "neigh", "arp", "nd", "ndp"),
    ROUTE("bgp", "ospf", "isis", "babel", "rip", "static", "kernel", "connected");

    private final List<String> otherWords;

    RouterSource(String... otherWords) {
        this.otherWords = List.of(otherWords);
    }

    static Optional<RouterSource> of(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(way -> way.word().equals(wanted) || way.otherWords.contains(wanted))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
