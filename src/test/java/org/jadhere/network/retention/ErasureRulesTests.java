package org.jadhere.network.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ERASURE;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database erases only with a setting and a recorded erasure, and keeps the record. */
class ErasureRulesTests extends ErasureFixture {

    @ParameterizedTest
    @CsvSource({
        "2028-02-29T11:00:00Z, 12, 2027-02-28T11:00:00Z",
        "2028-02-29T23:30:00Z, 12, 2027-02-28T23:30:00Z", // 1 March in Paris
        "2028-02-28T23:30:00Z, 12, 2027-02-27T23:30:00Z", // 29 February in Paris
        "2026-07-01T10:00:00Z, 5, 2026-02-01T11:00:00Z", // noon in Paris
        "2027-03-28T00:30:00Z, 1, 2027-02-28T00:30:00Z",
    })
    void monthsAreCountedInParis(Instant at, int months, Instant before) {
        assertThat(db.fetchSingle("select months_before(?::timestamptz, ?)", at.toString(), months)
                        .get(0, java.time.OffsetDateTime.class)
                        .toInstant())
                .isEqualTo(before)
                .isEqualTo(
                        at.atZone(ZoneId.of("Europe/Paris")).minusMonths(months).toInstant());
    }

    @Test
    void erasingNeedsASettingAndStaysWithinIt() {
        ended("192.0.2.7", yearAgo.minusSeconds(60));
        assertThat(refusedBy(() -> erase(db, 10))).isEqualTo("erasure_allowed");
        assertThat(refusedBy(() -> db.execute(RECORD))).isEqualTo("erasure_allowed");

        keepTwelveMonths();
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
    void historyIsDeletedOnlyWithARecordedErasure(String attempt) {
        keepTwelveMonths();
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
        assertThat(inOneTransaction(attempt)).as("after an earlier erasure").isEqualTo("history_kept");
    }

    @Test
    void anErasureDeletesCompleteHistoriesOnly() {
        keepTwelveMonths();
        long old = ended("192.0.2.7", yearAgo.minusSeconds(60));
        long young = ended("192.0.2.8", yearAgo.plusSeconds(600));
        long open = given.allocation(service, "192.0.2.9");
        given.crew("bank");
        String lines = "delete from history where table_name = 'ip_allocation' and row_id = ";
        String row = "delete from ip_allocation where id = ";

        assertThat(inOneTransaction(RECORD, "delete from history where table_name = 'crew'"))
                .isEqualTo("history_kept");
        assertThat(inOneTransaction(RECORD, lines + old))
                .as("the allocation exists")
                .isEqualTo("history_kept");
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
                .as("with a forged line of history")
                .isEqualTo("history_kept");
        assertThat(db.fetchCount(ERASURE)).isZero();

        assertThat(inOneTransaction(RECORD, row + old, lines + old))
                .as("the row and its whole history")
                .isEqualTo(NOTHING);
        assertThat(db.fetchSingle(ERASURE).get(ERASURE.ALLOCATIONS))
                .as("the erasure is recorded")
                .isOne();
    }

    @Test
    void theJournalOfErasuresCannotBeChanged() {
        keepTwelveMonths();
        ended("192.0.2.7", yearAgo.minusSeconds(60));
        erase(db, 10);
        for (String attempt :
                List.of("update erasure set allocations = 0", "delete from erasure", "truncate erasure")) {
            assertThat(refusedBy(() -> db.execute(attempt))).isEqualTo("erasure_kept");
        }
        assertThat(db.fetch("select erasure::text from erasure").formatCSV()).doesNotContain("192.0.2.7");
    }

    @Test
    void erasedPeriodsCannotBeInsertedAgain() {
        keepTwelveMonths();
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
}
