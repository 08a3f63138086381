package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usage counts of prefixes match the allocations, and the next free block of a pool is free and the first possible one. */
class PrefixUseRulesTests {

    private static final Instant OVER = Instant.parse("2025-06-01T00:00:00Z");

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @AutoClose
    private final CloseableDSLContext db = TestDatabase.fresh().open();

    private final Given given = new Given(db);
    private final long service = given.service(given.serviceType("VPN"));
    private final Prefixes prefixes = new Prefixes(db);
    private final FreeBlocks freeBlocks = new FreeBlocks(db, Clock.systemUTC());

    @Test
    void countsMatchTheAllocations() {
        Stream.of("192.0.2.0/24", "192.0.2.64/26", "192.0.2.65", "2001:db8::/32", "2001:db8:8::/45", "0.0.0.0/0")
                .forEach(given::prefix);
        for (int step = 0; step < 400; step++) {
            act();
            if (step == 200) {
                given.prefix("2001:db8:0:8000::/49");
            }
        }

        String counted = "select prefix_id, block, taken from prefix_use where taken <> 0 order by 1, 2";
        var kept = db.fetch(counted).formatCSV();
        db.execute("select prefix_use_count(id) from prefix");
        assertThat(kept)
                .as("seed %d", seed)
                .isEqualTo(db.fetch(counted).formatCSV())
                .contains("192.0.2");
        assertThat(db.fetch("select from prefix_use where taken < 0")).isEmpty();
    }

    private void act() {
        switch (random.nextInt(6)) {
            case 0 ->
                db.execute(
                        "delete from ip_allocation where id = (select id from ip_allocation order by random() limit 1)");
            case 1 ->
                db.execute(
                        "update ip_allocation set held_until = ?::timestamptz where id = (select id from ip_allocation order by random() limit 1)",
                        OVER);
            case 2 ->
                refusedBy(() -> db.update(IP_ALLOCATION)
                        .set(IP_ALLOCATION.ADDRESS, any())
                        .where(IP_ALLOCATION.ID.eq(1L + random.nextInt(60)))
                        .execute());
            default -> refusedBy(() -> given.allocation(service, any().toString()));
        }
    }

    private IpPrefix any() {
        return random.nextBoolean()
                ? IpPrefix.parse("192.0.2.0/24").part(32 - random.nextInt(3), random.nextInt(64))
                : IpPrefix.parse("2001:db8::/40").part(46 + random.nextInt(19), random.nextInt(64));
    }

    @Test
    void aPoolIsAllocatedCompletelyWithoutDuplicates() {
        for (boolean sparse : new boolean[] {false, true}) {
            Prefix pool = pool(sparse ? "198.51.100.0/22" : "203.0.112.0/22", sparse);
            IpPrefix range = pool.range();
            given.prefix(range.part(26, 1).toString(), with(PREFIX.KIND, "own"));
            int count = 0;
            for (var next = freeBlocks.next(pool, 32); next.isPresent(); next = freeBlocks.next(pool, 32)) {
                assertThat(range.contains(next.get())).isTrue();
                String taken = next.get().toString();
                assertThat(refusedBy(() -> given.allocation(service, taken))).isEqualTo(NOTHING);
                count++;
            }
            assertThat(count)
                    .as("without the 64 of the association and the two edges")
                    .isEqualTo(1024 - 64 - 2);
            assertThat(map(pool).count(PrefixMap.State.FREE)).isZero();
        }
    }

    @Test
    void aGapIsFoundInAFullBlock() {
        Prefix pool = pool("10.0.0.0/16", false);
        db.execute("""
                insert into ip_allocation (service_id, address, held_from)
                select ?, '10.0.0.0'::inet + n, '2025-01-01' from generate_series(1, 511) n where n <> 300""", service);

        assertThat(freeBlocks.next(pool, 32)).hasToString("Optional[10.0.1.44]");
        assertThat(freeBlocks.next(pool, 30)).hasToString("Optional[10.0.2.0/30]");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 32, 192.0.2.1",
        "192.0.2.0/30, 32, 192.0.2.1",
        "192.0.2.0/31, 32, 192.0.2.0",
        "192.0.2.7/32, 32, 192.0.2.7",
        "192.0.2.0/24, 25, 192.0.2.0/25",
        "192.0.2.0/24, 23, ",
        "0.0.0.0/0, 32, 0.0.0.1",
        "2001:db8::/127, 128, 2001:db8::",
        "2001:db8::/126, 128, 2001:db8::1",
        "2001:db8::7/128, 128, 2001:db8::7",
        "2001:db8::/32, 48, 2001:db8::/48",
        "2001:db8::/32, 56, 2001:db8::/56",
        "2001:db8::/32, 64, 2001:db8::/64",
        "::/0, 128, ::1",
    })
    void anEmptyPoolStartsWithItsFirstUsableBlock(String range, int length, String first) {
        assertThat(freeBlocks
                        .next(pool(range, false), length)
                        .map(IpPrefix::toString)
                        .orElse(null))
                .isEqualTo(first);
    }

    @Test
    void packedPoolsFillGapsAndSparsePoolsKeepDistance() {
        Prefix packed = pool("2001:db8::/32", false);
        given.allocation(service, "2001:db8::/48");
        given.allocation(service, "2001:db8:1::/56");
        assertThat(freeBlocks.next(packed, 48)).hasToString("Optional[2001:db8:2::/48]");
        assertThat(freeBlocks.next(packed, 56)).hasToString("Optional[2001:db8:1:100::/56]");

        Prefix sparse = pool("3fff::/32", true);
        given.allocation(service, "3fff::/48");
        assertThat(freeBlocks.next(sparse, 48)).hasToString("Optional[3fff:0:8000::/48]");
        given.allocation(service, "3fff:0:8000::/48");
        assertThat(freeBlocks.next(sparse, 48)).hasToString("Optional[3fff:0:4000::/48]");
    }

    @Test
    void aFullPoolHasNoFreeBlock() {
        Prefix pool = pool("192.0.2.0/30", false);
        given.allocation(service, "192.0.2.0/29");

        assertThat(freeBlocks.next(pool, 32)).isEmpty();
        assertThat(map(pool).count(PrefixMap.State.FULL)).isEqualTo(4);
    }

    private Prefix pool(String range, boolean sparse) {
        return prefixes.find(given.prefix(range, with(PREFIX.SPARSE, sparse))).orElseThrow();
    }

    private PrefixMap map(Prefix pool) {
        return prefixes.map(pool, prefixes.related(pool).getOrDefault(true, List.of()));
    }
}
