package org.jadhere.network.sightings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SIGHTING;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jadhere.network.sightings.SightingFinding.Type;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.support.ActTest;
import org.jadhere.support.Cast;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Random allocations and sightings give the findings of a model that compares them one by one. */
@ActTest
class SightingFindingsTests {

    private static final int SILENT_DAYS = 30;

    private static final Map<String, String> PREFIXES = Map.of(
            "192.0.2.0/24", "pool",
            "192.0.2.64/26", "pool",
            "192.0.2.240/28", "own",
            "2001:db8::/32", "pool",
            "2001:db8:ff00::/40", "reserved");

    @Autowired
    SightingImport sightingImport;

    @Autowired
    SightingFindings findings;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final List<Held> allocations = new ArrayList<>();

    private record Held(
            long id,
            IpPrefix address,
            Instant from,
            @Nullable Instant until) {
        boolean at(Instant instant) {
            return !instant.isBefore(from) && (until == null || instant.isBefore(until));
        }
    }

    private record Found(
            Type type,
            IpPrefix address,
            @Nullable Long allocation,
            @Nullable Instant since,
            @Nullable Instant seen) {}

    @RepeatedTest(4)
    void findingsMatchTheModel() {
        PREFIXES.forEach((prefix, kind) -> given().prefix(prefix, with(PREFIX.KIND, kind)));
        long service = given().service(Cast.in(given()).vpn, with(SERVICE.LABEL, "tunnel"));
        for (int i = 0; i < 150; i++) {
            allocate(service);
        }
        List<Sighting> seen = Stream.generate(this::sighting).limit(400).toList();
        int half = random.nextInt(seen.size());
        importCsv(seen.subList(0, half));
        importCsv(seen.subList(half, seen.size()));

        var kept = kept(seen);
        assertThat(db().fetchCount(SIGHTING)).as("seed %d", seed).isEqualTo(kept.size());
        assertThat(expected(kept)).as("seed %d", seed).extracting(Found::type).contains(Type.values());
        assertThat(listed()).as("seed %d", seed).isEqualTo(expected(kept));
    }

    private void allocate(long service) {
        IpPrefix address = random.nextInt(3) == 0 ? IpPrefix.parse("198.51.100." + random.nextInt(16)) : any();
        Instant from = ago(random.nextInt(700) + 1);
        Instant until = random.nextBoolean() ? null : from.plus(Duration.ofHours(1 + random.nextInt(24 * 300)));
        if (address.length() < 24) {
            return;
        }
        db().insertInto(
                        IP_ALLOCATION,
                        IP_ALLOCATION.SERVICE_ID,
                        IP_ALLOCATION.ADDRESS,
                        IP_ALLOCATION.HELD_FROM,
                        IP_ALLOCATION.HELD_UNTIL)
                .values(service, address, from, until)
                .onConflictDoNothing()
                .returning(IP_ALLOCATION.ID)
                .fetchOptional(IP_ALLOCATION.ID)
                .ifPresent(id -> allocations.add(new Held(id, address, from, until)));
    }

    private IpPrefix any() {
        return random.nextBoolean()
                ? IpPrefix.parse("192.0.2.0/24").part(26 + random.nextInt(7), random.nextInt(4))
                : IpPrefix.parse("2001:db8:%s::/40".formatted(random.nextInt(4) == 0 ? "ff00" : "0"))
                        .part(44 + 4 * random.nextInt(5), random.nextInt(12));
    }

    private Sighting sighting() {
        IpPrefix address = switch (random.nextInt(8)) {
            case 0 -> IpPrefix.parse("198.51.100." + random.nextInt(32));
            case 1 ->
                IpPrefix.parse(
                        List.of("0.0.0.0/0", "192.0.0.0/16", "fe80::1", "2001:db8::/32", "192.0.2.0/24", "10.0.0.1")
                                .get(random.nextInt(6)));
            case 2 -> allocations.get(random.nextInt(allocations.size())).address();
            case 3 ->
                allocations.get(random.nextInt(allocations.size())).address().first();
            default -> any();
        };
        SightingKind kind = address.isSingleAddress()
                ? SightingKind.values()[random.nextInt(3)]
                : !address.isIpv4() && random.nextBoolean() ? SightingKind.LEASE : SightingKind.ROUTE;
        return new Sighting(
                address,
                kind,
                ago(random.nextInt(6) == 0 ? 100 + random.nextInt(100) : random.nextInt(80)),
                "rt" + random.nextInt(3));
    }

    /** A time on that day, hardly ever twice the same and never at midnight. */
    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days)).minusSeconds(60 + random.nextInt(80_000));
    }

    private void importCsv(List<Sighting> part) {
        var csv = new StringBuilder("Source;unknown column;SEEN;Kind;Address\n");
        var mixed = new ArrayList<>(part);
        Collections.shuffle(mixed, random);
        mixed.forEach(line -> csv.append(
                "%s;\"x;y\";%s;%s;%s\n".formatted(line.source(), line.seenAt(), line.kind(), line.address())));
        var report = sightingImport.run(
                new ByteArrayInputStream(csv.toString().getBytes(UTF_8)),
                new SightingImport.Options("x", null, SILENT_DAYS));
        assertThat(report.lines()).isEqualTo(part.size());
    }

    private List<Sighting> kept(List<Sighting> seen) {
        Map<List<Object>, Sighting> last = new HashMap<>();
        seen.stream()
                .filter(line -> !line.isNotRoutable() && line.seenAt().isAfter(now.minus(Duration.ofDays(90))))
                .filter(line -> prefixes().anyMatch(prefix -> prefix.contains(line.address()))
                        || allocations.stream().anyMatch(held -> held.address.contains(line.address())))
                .forEach(line -> last.merge(
                        List.of(line.address(), line.kind()),
                        line,
                        (one, other) -> one.seenAt().isBefore(other.seenAt()) ? other : one));
        return List.copyOf(last.values());
    }

    private static Stream<IpPrefix> prefixes() {
        return PREFIXES.keySet().stream().map(IpPrefix::parse);
    }

    private static Optional<IpPrefix> around(IpPrefix address) {
        return prefixes().filter(prefix -> prefix.contains(address)).max(comparingInt(IpPrefix::length));
    }

    private Set<Found> expected(List<Sighting> kept) {
        var expected = new HashSet<Found>();
        kept.forEach(line -> unheld(line).ifPresent(expected::add));
        for (Held held : allocations) {
            Instant last = kept.stream()
                    .filter(line -> isSign(line, held))
                    .map(Sighting::seenAt)
                    .max(comparing(seen -> seen))
                    .orElse(null);
            Instant limit = now.minus(Duration.ofDays(SILENT_DAYS));
            if (held.until == null && held.from.isBefore(limit) && (last == null || last.isBefore(limit))) {
                expected.add(new Found(Type.SILENT, held.address, held.id, held.from, last));
            }
        }
        return expected;
    }

    private Optional<Found> unheld(Sighting line) {
        if (allocations.stream().anyMatch(held -> held.address.overlaps(line.address()) && held.at(line.seenAt()))) {
            return Optional.empty();
        }
        var past = allocations.stream()
                .filter(held -> held.address.contains(line.address())
                        && held.until != null
                        && !held.until.isAfter(line.seenAt()))
                .max(comparing(Held::until));
        if (past.isPresent()) {
            return past.map(held -> new Found(Type.ENDED, line.address(), held.id, held.until, line.seenAt()));
        }
        return around(line.address())
                .filter(prefix -> "pool".equals(PREFIXES.get(prefix.toString())))
                .filter(prefix -> line.kind() != SightingKind.ROUTE || !prefix.equals(line.address()))
                .map(prefix -> new Found(Type.UNALLOCATED, line.address(), null, null, line.seenAt()));
    }

    private static boolean isSign(Sighting line, Held held) {
        if (line.seenAt().isBefore(held.from)) {
            return false;
        }
        return held.address.contains(line.address())
                || line.kind() == SightingKind.ROUTE
                        && line.address().contains(held.address)
                        && around(held.address)
                                .filter(prefix ->
                                        prefix.length() < line.address().length())
                                .isPresent();
    }

    private Set<Found> listed() {
        var listed = new HashSet<Found>();
        for (Type type : Type.values()) {
            findings.each(
                    type,
                    finding -> assertThat(listed.add(new Found(
                                    finding.type(),
                                    finding.address(),
                                    finding.allocation() == null
                                            ? null
                                            : finding.allocation().allocationId(),
                                    finding.since(),
                                    finding.seenAt())))
                            .isTrue());
        }
        return listed;
    }
}
