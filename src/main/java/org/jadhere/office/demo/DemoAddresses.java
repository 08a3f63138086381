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
 * Gives addresses out of ranges that documentation and benchmarks may use, and gives freed ones again after a month.
 * When the IPv4 ranges are used up there are none left, as everywhere.
 */
final class DemoAddresses {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> SMALL = List.of("192.0.2.", "198.51.100.", "203.0.113.");
    private static final int HOSTS = 254;
    private static final int LARGE = 512; // the /24s of 198.18.0.0/15
    private static final int REMEMBERED = 1000;

    private final DemoFiles files;
    private final PriorityQueue<Freed> freed = new PriorityQueue<>(Comparator.comparing(Freed::since));
    private int hosts;
    private int sites;
    private int networks;

    DemoAddresses(DemoFiles files) {
        this.files = files;
    }

    void writePrefixes() {
        files.link(PREFIXES, "10.0.0.0/8", "infrastructure", "own");
        SMALL.forEach(start -> files.link(PREFIXES, start + "0/24", "adresses des membres", "pool"));
        files.link(PREFIXES, "198.18.0.0/15", "adresses des membres", "pool");
        files.link(PREFIXES, "2001:db8::/32", "préfixes des membres", "pool");
        files.link(PREFIXES, "2001:db8:ffff::/48", "interconnexions", "reserved");
    }

    /** An IPv4 address, from the day on and until the day, or still. */
    void giveIpv4(int service, LocalDate from, @Nullable LocalDate to) {
        Freed again = freed.peek();
        String address = again != null && again.since().plusMonths(1).isBefore(from)
                ? freed.remove().address()
                : freshIpv4();
        if (address == null) {
            return;
        }
        allocate(service, address, from, to);
        if (to != null && freed.size() < REMEMBERED) {
            freed.add(new Freed(address, to));
        }
    }

    /** A prefix for a home is a /56, one for an organisation a /48. */
    void giveIpv6(int service, boolean toOrganisation, LocalDate from, @Nullable LocalDate to) {
        if (toOrganisation && networks < 0x7ffe) {
            allocate(service, "2001:db8:%x::/48".formatted(0x8000 + networks++), from, to);
        } else if (sites < 0x7fffff) {
            int site = ++sites;
            int third = site >> 8;
            int fourth = (site & 0xff) << 8;
            allocate(service, canonical(third, fourth), from, to);
        }
    }

    private static String canonical(int third, int fourth) {
        return fourth == 0 ? "2001:db8:%x::/56".formatted(third) : "2001:db8:%x:%x::/56".formatted(third, fourth);
    }

    private @Nullable String freshIpv4() {
        int block = hosts / HOSTS;
        int host = 1 + hosts % HOSTS;
        if (block < SMALL.size()) {
            hosts++;
            return SMALL.get(block) + host;
        }
        int large = block - SMALL.size();
        if (large >= LARGE) {
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
