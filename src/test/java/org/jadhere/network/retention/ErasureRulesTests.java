package org.jadhere.network.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ERASURE;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SIGHTING;
import static org.jadhere.platform.db.Tables.SIGHTING_FINDING;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jadhere.support.Given;
import org.jadhere.support.Race;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database lets go, and what it does not. */
class ErasureRulesTests {

    private static final String YEAR_AGO = "months_before(clock_timestamp(), 12)";
    private static final String ERASE = "select erase_allocations(" + YEAR_AGO + ", %d)";
    private static final String RECORD =
            "insert into erasure (actor, door, xact, kept_since) values ('x', 'x', 0, " + YEAR_AGO + ");";

    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final CloseableDSLContext db = database.open();

    private final Given given = new Given(db);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Instant yearAgo =
            now.atZone(ZoneId.of("Europe/Paris")).minusMonths(12).toInstant();
    private long service;

    @BeforeEach
    void aService() {
        service = given.service(given.serviceType("VPN"));
    }

    private void keepAYear() {
        db.execute("insert into retention (kept_data, kept_months) values ('allocations', 12)");
    }

    private long ended(String address, Instant until) {
        return given.allocation(
                service,
                address,
                with(IP_ALLOCATION.HELD_FROM, until.minus(9, ChronoUnit.DAYS)),
                with(IP_ALLOCATION.HELD_UNTIL, until));
    }

    private int erase(DSLContext db, int atMost) {
        return db.fetchSingle(ERASE.formatted(atMost)).get(0, Integer.class);
    }

    private String inOneTransaction(String... statements) {
        return refusedBy(() -> db.transaction(transaction -> {
            for (String statement : statements) {
                transaction.dsl().execute(statement);
            }
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-29T11:00:00Z, 12, 2027-02-28T11:00:00Z",
        "2028-02-29T23:30:00Z, 12, 2027-02-28T23:30:00Z", // in Paris it is 1 March already
        "2028-02-28T23:30:00Z, 12, 2027-02-27T23:30:00Z", // and here 29 February
        "2026-07-01T10:00:00Z, 5, 2026-02-01T11:00:00Z", // noon in Paris
        "2027-03-28T00:30:00Z, 1, 2027-02-28T00:30:00Z",
    })
    void monthsAreThoseOfParis(Instant at, int months, Instant before) {
        assertThat(db.fetchSingle("select months_before(?::timestamptz, ?)", at.toString(), months)
                        .get(0, java.time.OffsetDateTime.class)
                        .toInstant())
                .isEqualTo(before)
                .isEqualTo(
                        at.atZone(ZoneId.of("Europe/Paris")).minusMonths(months).toInstant());
    }

    @Test
    void nothingIsErasedWithoutASettingOrBeyondIt() {
        ended("192.0.2.7", yearAgo.minusSeconds(60));
        assertThat(refusedBy(() -> erase(db, 10))).isEqualTo("erasure_allowed");
        assertThat(refusedBy(() -> db.execute(RECORD))).isEqualTo("erasure_allowed");

        keepAYear();
        assertThat(refusedBy(() -> db.execute("select erase_allocations(" + YEAR_AGO + " + interval '1 minute', 10)")))
                .isEqualTo("erasure_allowed");
        assertThat(db.fetchCount(IP_ALLOCATION)).isOne();
        assertThat(db.fetchCount(ERASURE)).isZero();
        assertThat(erase(db, 10)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from history",
                "delete from history where table_name = 'ip_allocation'",
                "delete from history where false",
                "update history set before = null",
                "truncate history",
            })
    void theHistoryIsShutToWhoeverHasNoErasureOnRecordWhateverTheySay(String attempt) {
        keepAYear();
        ended("192.0.2.7", yearAgo.minusSeconds(60));
        assertThat(inOneTransaction(attempt)).isEqualTo("history_kept");
        assertThat(inOneTransaction(
                        "set local jadhere.door = 'program'",
                        "set local jadhere.erasing = 'on'",
                        "set local jadhere.erasure = '1'",
                        "set local jadhere.bank_act = 'on'",
                        attempt))
                .isEqualTo("history_kept");
        erase(db, 10);
        assertThat(inOneTransaction(attempt)).as("an erasure of before").isEqualTo("history_kept");
    }

    @Test
    void anErasureOnRecordLetsNothingGoButWholeHistoriesOfWhatIsOldAndGone() {
        keepAYear();
        long old = ended("192.0.2.7", yearAgo.minusSeconds(60));
        long young = ended("192.0.2.8", yearAgo.plusSeconds(600));
        long open = given.allocation(service, "192.0.2.9");
        given.crew("bank");
        String lines = "delete from history where table_name = 'ip_allocation' and row_id = ";
        String row = "delete from ip_allocation where id = ";

        assertThat(inOneTransaction(RECORD, "delete from history where table_name = 'crew'"))
                .isEqualTo("history_kept");
        assertThat(inOneTransaction(RECORD, lines + old)).as("still there").isEqualTo("history_kept");
        for (long kept : new long[] {young, open}) {
            assertThat(inOneTransaction(RECORD, lines + kept)).isEqualTo("history_kept");
            assertThat(inOneTransaction(RECORD, row + kept, lines + kept)).isEqualTo("history_kept");
        }
        assertThat(inOneTransaction(RECORD, row + old, lines + old + " and action = 'insert'"))
                .isEqualTo("history_kept");
        assertThat(inOneTransaction(RECORD, row + old, lines + old + " and action = 'delete'"))
                .isEqualTo("history_kept");
        assertThat(inOneTransaction(
                        "insert into history (at, table_name, row_id, action, actor, door) values ('2020-01-01', 'ip_allocation', %d, 'delete', 'x', 'x')"
                                .formatted(open),
                        RECORD,
                        row + open,
                        lines + open))
                .as("with a line that was made up")
                .isEqualTo("history_kept");
        assertThat(db.fetchCount(ERASURE)).isZero();

        assertThat(inOneTransaction(RECORD, row + old, lines + old))
                .as("which is what an erasure does")
                .isEqualTo(NOTHING);
        assertThat(db.fetchSingle(ERASURE).get(ERASURE.ALLOCATIONS))
                .as("and it is on record")
                .isOne();
    }

    @Test
    void theNameOfAFormerHolderGoesAsWellWhenItIsOldAndNoNameThatIsDeclared() {
        keepAYear();
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

    @Test
    void theRecordOfErasuresCannotBeChanged() {
        keepAYear();
        ended("192.0.2.7", yearAgo.minusSeconds(60));
        erase(db, 10);
        for (String attempt :
                List.of("update erasure set allocations = 0", "delete from erasure", "truncate erasure")) {
            assertThat(refusedBy(() -> db.execute(attempt))).isEqualTo("erasure_kept");
        }
        assertThat(db.fetch("select erasure::text from erasure").formatCSV()).doesNotContain("192.0.2.7");
    }

    @Test
    void whatIsErasedDoesNotComeBackEvenWhenTheSettingIsGone() {
        keepAYear();
        ended("192.0.2.7", yearAgo.minusSeconds(60));
        long open = given.allocation(service, "192.0.2.9");
        erase(db, 10);
        db.execute("delete from retention");

        assertThat(refusedBy(() -> ended("192.0.2.7", yearAgo.minusSeconds(60))))
                .isEqualTo("ip_allocation_kept");
        assertThat(refusedBy(() -> db.execute(
                        "update ip_allocation set held_from = '2019-01-01', held_until = '2020-01-01' where id = "
                                + open)))
                .isEqualTo("ip_allocation_kept");
        assertThat(refusedBy(() -> ended("192.0.2.7", now))).isEqualTo(NOTHING);
    }

    /** Of many with random ends, changed and deleted at random, all that is old goes, and of the rest not a letter changes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void allThatIsOldGoesAndNothingElse(int atOnce) {
        long seed = Long.getLong("seed", new Random().nextLong());
        var random = new Random(seed);
        keepAYear();
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
        for (int piece = erase(db, atOnce); piece > 0; piece = erase(db, atOnce)) {
            assertThat(piece).isLessThanOrEqualTo(atOnce);
            erased += piece;
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
    void severalAtOnceEraseEachThingOnce() throws Exception {
        keepAYear();
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
    void whatIsBrokenOffLeavesWholePieces() {
        keepAYear();
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
    void oldSightingsAreForgottenWithoutASettingAndOnTheRecord() {
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
