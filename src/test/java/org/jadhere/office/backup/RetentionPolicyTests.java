package org.jadhere.office.backup;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jadhere.platform.cli.CommandException;
import org.junit.jupiter.api.Test;

/** The last backup of each day, week and month is kept, by the calendar of Paris. */
class RetentionPolicyTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static ArchiveName at(String instant) {
        return new ArchiveName(Instant.parse(instant), 1, "");
    }

    private static String kept(String rules, Stream<ArchiveName> all) {
        var left = new ArrayList<>(all.toList());
        left.removeAll(RetentionPolicy.parse(rules).expired(left, PARIS));
        return left.stream().map(name -> name.takenAt().toString()).collect(joining(" "));
    }

    private static Stream<ArchiveName> daily(String first, int days) {
        return Stream.iterate(Instant.parse(first), day -> day.plusSeconds(86400))
                .limit(days)
                .map(day -> new ArchiveName(day, 1, ""));
    }

    @Test
    void theLastOfEachDayIsKept() {
        assertThat(kept(
                        "2d",
                        Stream.of(
                                at("2026-05-01T08:00:00Z"),
                                at("2026-05-02T08:00:00Z"),
                                at("2026-05-02T20:00:00Z"),
                                at("2026-05-03T08:00:00Z"))))
                .isEqualTo("2026-05-02T20:00:00Z 2026-05-03T08:00:00Z");
    }

    @Test
    void aDayStartsAtMidnightInParis() {
        // 28 March 2026 ends at 23:00 UTC, 29 March at 22:00, because summer time starts.
        assertThat(kept(
                        "9d",
                        Stream.of(
                                at("2026-03-28T22:59:59Z"),
                                at("2026-03-28T23:00:00Z"),
                                at("2026-03-29T21:59:59Z"),
                                at("2026-03-29T22:00:00Z"))))
                .isEqualTo("2026-03-28T22:59:59Z 2026-03-29T21:59:59Z 2026-03-29T22:00:00Z");
        // On 25 October 2026 the hour from two to three occurs twice; the later one is kept.
        assertThat(kept("9d", Stream.of(at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z"))))
                .isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void theLeapDayEndsItsMonth() {
        assertThat(kept("1m", daily("2028-02-20T22:00:00Z", 10))).isEqualTo("2028-02-29T22:00:00Z");
        assertThat(kept("2m", daily("2028-02-20T22:00:00Z", 11)))
                .isEqualTo("2028-02-29T22:00:00Z 2028-03-01T22:00:00Z");
        assertThat(kept("2d", daily("2028-02-28T22:00:00Z", 2))).isEqualTo("2028-02-28T22:00:00Z 2028-02-29T22:00:00Z");
    }

    @Test
    void aWeekMaySpanTwoYears() {
        // 28 December 2026 is a Monday.
        assertThat(kept("2w", daily("2026-12-27T12:00:00Z", 8))).isEqualTo("2026-12-27T12:00:00Z 2027-01-03T12:00:00Z");
    }

    @Test
    void oneBackupCountsForSeveralRules() {
        var kept = List.of(
                kept("14d 8w 12m 2y", daily("2025-01-01T12:00:00Z", 600)).split(" "));

        // The last is of Sunday, 23 August 2026: 14 days, of which 2 end weeks and 1 is the last of its month and year.
        assertThat(kept)
                .hasSize(14 + 6 + 11)
                .startsWith("2025-09-30T12:00:00Z", "2025-10-31T12:00:00Z")
                .contains(
                        "2025-12-31T12:00:00Z", "2026-07-05T12:00:00Z", "2026-07-31T12:00:00Z", "2026-08-10T12:00:00Z")
                .endsWith("2026-08-22T12:00:00Z", "2026-08-23T12:00:00Z")
                .doesNotContain("2026-06-28T12:00:00Z", "2026-08-08T12:00:00Z");
    }

    @Test
    void agesAloneExpireNothing() {
        assertThat(kept("1y", Stream.of(at("1999-01-01T00:00:00Z")))).isEqualTo("1999-01-01T00:00:00Z");
        assertThat(kept(
                        "3d",
                        Stream.of(at("2020-01-01T12:00:00Z"), at("2021-01-01T12:00:00Z"), at("2026-01-01T12:00:00Z"))))
                .contains("2020", "2021", "2026");
    }

    @Test
    void invalidRulesAreRefused() {
        for (String wrong : List.of("", "14", "0d", "14d,8w", "d", "-1d", "3x")) {
            assertThatThrownBy(() -> RetentionPolicy.parse(wrong)).as(wrong).isInstanceOf(CommandException.class);
        }
    }

    @Test
    void fileNamesAreParsedBack() {
        var second = at("2026-11-24T22:00:00Z").next().with(".age");

        assertThat(second).hasToString("jadhere-20261124T220000Z-2.tar.gz.age");
        assertThat(ArchiveName.parse(second.toString())).contains(second);
        assertThat(ArchiveName.parse("jadhere-20261124T220000Z.tar.gz")).contains(at("2026-11-24T22:00:00Z"));
        for (String other : List.of(
                "jadhere-20261324T220000Z.tar.gz",
                "jadhere-20261124T220000Z.tar.gz.part",
                "jadhere.tar.gz",
                "jadhere-20261124T220000Z-1.tar.gz")) {
            assertThat(ArchiveName.parse(other)).as(other).isEmpty();
        }
    }
}
