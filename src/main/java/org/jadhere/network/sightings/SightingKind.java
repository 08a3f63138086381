package org.jadhere.network.sightings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.platform.db.Word;

/** The kind of table of a router in which an address was seen, with the names that routers use for it. */
enum SightingKind implements Word {
    LEASE("dhcp", "dhcpv4", "dhcpv6", "pd"),
    NEIGHBOUR("neighbor", "neigh", "arp", "nd", "ndp"),
    ROUTE("bgp", "ospf", "isis", "babel", "rip", "static", "kernel", "connected");

    private final List<String> synonyms;

    SightingKind(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    /** Accepts the word or one of its synonyms, in any case. */
    static Optional<SightingKind> of(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(kind -> kind.word().equals(wanted) || kind.synonyms.contains(wanted))
                .findFirst();
    }
}
