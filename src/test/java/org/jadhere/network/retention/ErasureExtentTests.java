package org.jadhere.network.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ERASURE;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SIGHTING;
import static org.jadhere.platform.db.Tables.SIGHTING_FINDING;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jadhere.support.Race;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An erasure deletes exactly what has expired, in batches and under concurrency. */
class ErasureExtentTests extends ErasureFixture {

    @Test
    void oldReverseNamesAreErasedFromTheHistory() {
        keepTwelveMonths();
        given.prefix("192.0.2.0/24");
        given.allocation(service, "192.0.2.7");
        db.execute("""
                insert into reverse_name (address, name) values ('192.0.2.7', 'former.example.org');
                delete from reverse_name;
                insert into reverse_name (address, name) values ('192.0.2.7', 'present.example.org');
                alter table history disable trigger user;
                update history set at = at - interval '2 years' where coalesce(after, before)::text like '%former.example.org%';
                alter table history enable trigger user""");

        assertThat(inOneTransaction(RECORD, "delete from history where table_name = 'reverse_name'"))
                .isEqualTo("history_kept");
        assertThat(erase(db, 10)).isOne();
        assertThat(db.fetch("select coalesce(after, before)::text from history where table_name = 'reverse_name'")
                        .formatCSV())
                .contains("present.example.org")
                .doesNotContain("former.example.org");
    }

    /** Random allocations, changes and deletions: all expired rows are erased, and the others are unchanged. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void exactlyTheExpiredRowsAreErased(int atOnce) {
        long seed = Long.getLong("seed", new Random().nextLong());
        var random = new Random(seed);
        keepTwelveMonths();
        Set<Long> old = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            String address = "198.51.100." + i;
            Instant until = now.minus(random.nextInt(700), ChronoUnit.DAYS).minusSeconds(60);
            long id = random.nextInt(4) == 0 ? given.allocation(service, address) : ended(address, until);
            boolean isOpen =
                    db.fetchSingle(IP_ALLOCATION, IP_ALLOCATION.ID.eq(id)).get(IP_ALLOCATION.HELD_UNTIL) == null;
            if (random.nextBoolean()) {
                db.execute("update ip_allocation set external_id = external_id || 'x' where id = " + id);
            }
            if (random.nextInt(5) == 0) {
                db.execute("delete from ip_allocation where id = " + id);
            }
            if (!isOpen && !until.isAfter(yearAgo)) {
                old.add(id);
            }
        }
        var kept = rows(old);
        int lines =
                db.fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("ip_allocation").and(HISTORY.ROW_ID.in(old)));
        List<String> addresses = db.fetch(
                        "select distinct after ->> 'address' from history where table_name = 'ip_allocation' and action = 'insert' and row_id = any(?)",
                        (Object) old.toArray(Long[]::new))
                .getValues(0, String.class);

        int erased = 0;
        for (int batch = erase(db, atOnce); batch > 0; batch = erase(db, atOnce)) {
            assertThat(batch).isLessThanOrEqualTo(atOnce);
            erased += batch;
        }

        assertThat(erased).as("seed %d", seed).isEqualTo(old.size());
        assertThat(rows(old)).as("seed %d", seed).isEqualTo(kept);
        String all =
                db.fetch("select id, before::text, after::text from history").formatCSV()
                        + db.selectFrom(IP_ALLOCATION).fetch().formatCSV();
        addresses.forEach(address -> assertThat(all).doesNotContainPattern(address.replace(".", "\\.") + "(?!\\d)"));
        assertThat(db.fetchSingle("select sum(allocations), sum(lines) from erasure")
                        .intoList())
                .containsExactly((long) old.size(), (long) lines);
    }

    private List<String> rows(Set<Long> but) {
        Object gone = but.toArray(Long[]::new);
        return db.fetch(
                        "select h::text from history h where not (table_name = 'ip_allocation' and row_id = any(?)) "
                                + "union all select a::text from ip_allocation a where not id = any(?) order by 1",
                        gone,
                        gone)
                .getValues(0, String.class);
    }

    @Test
    void concurrentErasuresEraseEachRowOnce() throws Exception {
        keepTwelveMonths();
        for (int i = 0; i < 90; i++) {
            ended("198.51.100." + i, yearAgo.minusSeconds(60 + i));
        }
        assertThat(Race.of(24, database, (runner, other) -> erase(other, 5))).containsOnly(NOTHING);

        assertThat(db.fetchCount(IP_ALLOCATION)).isZero();
        assertThat(db.fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("ip_allocation")))
                .isZero();
        assertThat(db.fetchSingle("select sum(allocations), sum(lines), count(*) from erasure")
                        .intoList())
                .containsExactly(90L, 90L, 18L);
    }

    @Test
    void anAbortedErasureKeepsCommittedBatches() {
        keepTwelveMonths();
        for (int i = 0; i < 30; i++) {
            ended("198.51.100." + i, yearAgo.minusSeconds(60 + i));
        }
        erase(db, 10);
        assertThat(refusedBy(() -> db.transaction(transaction -> {
                    erase(transaction.dsl(), 10);
                    transaction.dsl().execute("select 1 / 0");
                })))
                .isNotEqualTo(NOTHING);

        assertThat(db.fetchCount(IP_ALLOCATION)).isEqualTo(20);
        assertThat(db.fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("ip_allocation")))
                .isEqualTo(20);
        assertThat(db.fetchSingle(ERASURE).get(ERASURE.ALLOCATIONS)).isEqualTo(10);
    }

    @Test
    void oldSightingsAreErasedAndRecorded() {
        db.execute("alter table sighting disable trigger sighting_young_insert");
        db.execute(
                "insert into sighting (address, kind, seen_at) select '10.0.0.0'::inet + n, 'lease', now() - interval '10 days' * n from generate_series(1, 20) n");

        db.execute("insert into prefix (prefix) values ('10.0.0.0/8')");
        db.execute("select find_sightings(30, now())");

        assertThat(db.fetchSingle("select forget_sightings(100)").get(0, Integer.class))
                .isBetween(10, 12);
        assertThat(db.fetchSingle("select forget_sightings(100)").get(0, Integer.class))
                .isZero();
        assertThat(db.fetchCount(SIGHTING, SIGHTING.SEEN_AT.lt(now.minus(93, ChronoUnit.DAYS))))
                .isZero();
        assertThat(db.fetchCount(SIGHTING_FINDING)).isEqualTo(db.fetchCount(SIGHTING));
        assertThat(db.fetchSingle(ERASURE).get(ERASURE.SIGHTINGS)).isEqualTo(20 - db.fetchCount(SIGHTING));
        assertThat(db.fetchSingle(ERASURE).get(ERASURE.KEPT_SINCE)).isNull();
    }
}
