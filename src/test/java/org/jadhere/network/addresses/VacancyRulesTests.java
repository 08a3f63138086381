package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.VACANCY;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jooq.impl.DSL.rand;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of free blocks matches the allocations after any change, and a pool offers first what has been free for longest. */
class VacancyRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-29T01:00:00Z");
    private static final IpPrefix IPV4 = IpPrefix.parse("198.51.100.0/26");
    private static final IpPrefix IPV6 = IpPrefix.parse("2001:db8::/58");

    /** Marks prefixes under test; random acts delete only others. */
    private static final Given.With<?> LASTING = with(PREFIX.DESCRIPTION, "lasting");

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @AutoClose
    private final CloseableDSLContext db = TestDatabase.fresh().open();

    private final Given given = new Given(db);
    private final long service = given.service(given.serviceType("VPN"));
    private final Prefixes prefixes = new Prefixes(db);
    private final FreeBlocks freeBlocks = new FreeBlocks(db, Clock.fixed(NOW, ZoneOffset.UTC));

    /** An address or a /64, whether it is held, and since when it is free. */
    private record Unit(IpPrefix range, boolean held, Instant freeSince) {}

    @Test
    void freeBlocksMatchTheAllocations() {
        Stream.of("198.51.100.0/26", "198.51.100.16/28", "2001:db8::/58", "2001:db8:0:20::/60", "::/0")
                .forEach(range -> given.prefix(range, LASTING));
        for (int step = 0; step < 250; step++) {
            act();
            if (step % 25 == 0) {
                check();
            }
        }
        check();
    }

    private void act() {
        switch (random.nextInt(12)) {
            case 0 ->
                db.deleteFrom(IP_ALLOCATION).where(IP_ALLOCATION.ID.in(anyOf())).execute();
            case 1, 2, 3 ->
                refusedBy(() -> db.update(IP_ALLOCATION)
                        .set(IP_ALLOCATION.HELD_UNTIL, any())
                        .where(IP_ALLOCATION.ID.in(anyOf()))
                        .execute());
            case 4 ->
                refusedBy(() -> db.update(IP_ALLOCATION)
                        .set(IP_ALLOCATION.ADDRESS, part())
                        .where(IP_ALLOCATION.ID.in(anyOf()))
                        .execute());
            case 5 ->
                refusedBy(() -> given.prefix(
                        part().toString(),
                        with(PREFIX.KIND, List.of("pool", "own", "reserved").get(random.nextInt(3)))));
            case 6 -> {
                if (random.nextInt(3) == 0) {
                    db.deleteFrom(PREFIX)
                            .where(PREFIX.ID.in(select(PREFIX.ID)
                                    .from(PREFIX)
                                    .where(PREFIX.DESCRIPTION.eq(""))
                                    .orderBy(rand())
                                    .limit(1)))
                            .execute();
                }
            }
            default ->
                refusedBy(() -> given.allocation(
                        service,
                        part().toString(),
                        with(IP_ALLOCATION.HELD_FROM, any().minus(Duration.ofDays(400))),
                        with(IP_ALLOCATION.HELD_UNTIL, random.nextInt(3) == 0 ? null : any())));
        }
    }

    private org.jooq.Select<org.jooq.Record1<Long>> anyOf() {
        return select(IP_ALLOCATION.ID).from(IP_ALLOCATION).orderBy(rand()).limit(1 + random.nextInt(2));
    }

    /** An instant of the last two years or the next month. */
    private Instant any() {
        return NOW.plus(Duration.ofHours(random.nextInt(24 * 760) - 24 * 730L));
    }

    private IpPrefix part() {
        IpPrefix range = random.nextBoolean() ? IPV4 : IPV6;
        int length = range.length() + 1 + random.nextInt(6);
        return range.part(length, random.nextInt(1 << (length - range.length())));
    }

    private void check() {
        var all = db.selectFrom(PREFIX)
                .fetch(row -> prefixes.find(row.get(PREFIX.ID)).orElseThrow());
        for (Prefix pool : all) {
            var recorded = db.selectFrom(VACANCY)
                    .where(VACANCY.PREFIX_ID.eq(pool.id()))
                    .fetch(row -> new Unit(
                            row.get(VACANCY.BLOCK),
                            false,
                            Optional.ofNullable(row.get(VACANCY.FREE_SINCE)).orElse(Instant.MIN)));
            for (IpPrefix range : List.of(IPV4, IPV6)) {
                units(range, pool, all)
                        .forEach(unit -> assertThat(recorded.stream()
                                        .filter(block -> block.range().contains(unit.range()))
                                        .map(Unit::freeSince))
                                .as("%s in %s, seed %d", unit.range(), pool.range(), seed)
                                .isEqualTo(unit.held() || !pool.isPool() ? List.of() : List.of(unit.freeSince())));
            }
        }
    }

    /** The expected state, computed unit by unit from prefixes and allocations. */
    private Stream<Unit> units(IpPrefix range, Prefix pool, List<Prefix> all) {
        var allocations = db.selectFrom(IP_ALLOCATION).fetch();
        return IntStream.range(0, 64)
                .mapToObj(n -> range.part(range.length() + 6, n))
                .filter(unit -> pool.range().contains(unit))
                .map(unit -> {
                    boolean kept = all.stream()
                            .anyMatch(other -> other.id() != pool.id()
                                    && pool.range().contains(other.range())
                                    && other.range().contains(unit));
                    var ends = allocations.stream()
                            .filter(row -> row.get(IP_ALLOCATION.ADDRESS).contains(unit))
                            .map(row -> Optional.ofNullable(row.get(IP_ALLOCATION.HELD_UNTIL))
                                    .orElse(Instant.MAX))
                            .max(Comparator.naturalOrder());
                    return new Unit(unit, kept || ends.equals(Optional.of(Instant.MAX)), ends.orElse(Instant.MIN));
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLongestFreeBlockIsNextAfterItsRest(boolean sparse) {
        for (IpPrefix range : List.of(IPV4, IPV6)) {
            var pool = prefixes.find(given.prefix(
                            range.toString(),
                            LASTING,
                            with(PREFIX.SPARSE, sparse),
                            with(PREFIX.KEEPS_EDGES, false),
                            with(PREFIX.REST_DAYS, (short) 30)))
                    .orElseThrow();
            for (int step = 0; step < 150; step++) {
                act();
                var all = db.selectFrom(PREFIX)
                        .fetch(row -> prefixes.find(row.get(PREFIX.ID)).orElseThrow());
                Instant rested = NOW.minus(Duration.ofDays(30));
                var free = units(range, pool, all)
                        .filter(unit -> !unit.held() && !unit.freeSince().isAfter(rested))
                        .toList();
                var next = freeBlocks.next(pool, range.length() + 6);

                assertThat(next.isPresent()).as("seed %d", seed).isEqualTo(!free.isEmpty());
                next.ifPresent(part -> assertThat(free.stream()
                                .filter(unit -> unit.range().equals(part))
                                .map(Unit::freeSince))
                        .as("%s, seed %d", part, seed)
                        .containsExactly(free.stream()
                                .map(Unit::freeSince)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()));
            }
        }
    }

    @Test
    void freedPartsMergeIntoALargerBlock() {
        var pool = prefixes.find(given.prefix("2001:db8::/62", with(PREFIX.REST_DAYS, (short) 10)))
                .orElseThrow();
        List<Long> homes = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            homes.add(given.allocation(
                    service,
                    "2001:db8:0:" + n + "::/64",
                    with(IP_ALLOCATION.HELD_FROM, NOW.minus(Duration.ofDays(900)))));
        }
        assertThat(freeBlocks.next(pool, 63)).isEmpty();

        end(homes.get(2), NOW.minus(Duration.ofDays(20)));
        end(homes.get(3), NOW.minus(Duration.ofDays(5)));
        assertThat(freeBlocks.next(pool, 63))
                .as("half of it is in its rest period")
                .isEmpty();
        assertThat(freeBlocks.nextRested(pool, 64)).contains(NOW.plus(Duration.ofDays(5)));
        end(homes.get(3), NOW.minus(Duration.ofDays(15)));
        assertThat(freeBlocks.next(pool, 63)).hasToString("Optional[2001:db8:0:2::/63]");
    }

    private void end(long id, Instant at) {
        db.update(IP_ALLOCATION)
                .set(IP_ALLOCATION.HELD_UNTIL, at)
                .where(IP_ALLOCATION.ID.eq(id))
                .execute();
    }

    @Test
    void aBlockHeldUntilAFutureDayIsNotFree() {
        var pool = prefixes.find(given.prefix("192.0.2.7/32")).orElseThrow();
        given.allocation(service, "192.0.2.7", with(IP_ALLOCATION.HELD_UNTIL, NOW.plusSeconds(1)));
        assertThat(freeBlocks.next(pool, 32)).isEmpty();
        assertThat(new FreeBlocks(db, Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC)).next(pool, 32))
                .hasToString("Optional[192.0.2.7]");
    }
}
