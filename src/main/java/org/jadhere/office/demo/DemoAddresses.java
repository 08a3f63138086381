package org.jadhere.office.demo;

import static org.jadhere.office.demo.DemoFiles.File.ALLOCATIONS;
import static org.jadhere.office.demo.DemoFiles.File.PREFIXES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Allocates addresses from the ranges for documentation and benchmarks (RFC 5737, RFC 2544, RFC 3849), and reuses freed
 * ones after a month. Services get no IPv4 address when those ranges are used up.
 */
final class DemoAddresses {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> SMALL_NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");
    private static final int HOSTS = 254;
    private static final int LARGE_NETWORKS = 512; // the /24s of 198.18.0.0/15
    private static final int MAX_FREED = 1000;

    private final DemoFiles files;
    private final PriorityQueue<Freed> freed = new PriorityQueue<>(Comparator.comparing(Freed::since));
    private int hosts;
    private int sites;
    private int networks;

    DemoAddresses(DemoFiles files) {
        this.files = files;
    }

    void writePrefixes() {
        files.addRow(PREFIXES, "10.0.0.0/8", "infrastructure", "own");
        SMALL_NETWORKS.forEach(start -> files.addRow(PREFIXES, start + "0/24", "adresses des membres", "pool"));
        files.addRow(PREFIXES, "198.18.0.0/15", "adresses des membres", "pool");
        files.addRow(PREFIXES, "2001:db8::/32", "préfixes des membres", "pool");
        files.addRow(PREFIXES, "2001:db8:ffff::/48", "interconnexions", "reserved");
    }

    /** Allocates an IPv4 address from one day to another, or without an end. */
    void allocateIpv4(int service, LocalDate from, @Nullable LocalDate to) {
        Freed oldest = freed.peek();
        String address = oldest != null && oldest.since().plusMonths(1).isBefore(from)
                ? freed.remove().address()
                : nextIpv4();
        if (address == null) {
            return;
        }
        allocate(service, address, from, to);
        if (to != null && freed.size() < MAX_FREED) {
            freed.add(new Freed(address, to));
        }
    }

    /** Allocates a /48 to an organisation, a /56 to a person. */
    void allocateIpv6(int service, boolean toOrganisation, LocalDate from, @Nullable LocalDate to) {
        if (toOrganisation && networks < 0x7ffe) {
            allocate(service, "2001:db8:%x::/48".formatted(0x8000 + networks++), from, to);
        } else if (sites < 0x7fffff) {
            int site = ++sites;
            int thirdGroup = site >> 8;
            int fourthGroup = (site & 0xff) << 8;
            allocate(service, canonical(thirdGroup, fourthGroup), from, to);
        }
    }

    private static String canonical(int thirdGroup, int fourthGroup) {
        return fourthGroup == 0
                ? "2001:db8:%x::/56".formatted(thirdGroup)
                : "2001:db8:%x:%x::/56".formatted(thirdGroup, fourthGroup);
    }

    private @Nullable String nextIpv4() {
        int block = hosts / HOSTS;
        int host = 1 + hosts % HOSTS;
        if (block < SMALL_NETWORKS.size()) {
            hosts++;
            return SMALL_NETWORKS.get(block) + host;
        }
        int large = block - SMALL_NETWORKS.size();
        if (large >= LARGE_NETWORKS) {
            return null;
        }
        hosts++;
        return "198.%d.%d.%d".formatted(18 + large / 256, large % 256, host);
    }

    private void allocate(int service, String address, LocalDate from, @Nullable LocalDate to) {
        files.add(ALLOCATIONS, service, address, midnight(from), to == null ? null : midnight(to));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(PARIS).toInstant();
    }

    private record Freed(String address, LocalDate since) {}
}
