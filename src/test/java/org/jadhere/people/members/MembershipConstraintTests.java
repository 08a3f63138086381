package org.jadhere.people.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.time.LocalDate;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The constraints on periods of membership: at least one for each member, a day between two, the latest one copied. */
class MembershipConstraintTests {

    private final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private final CloseableDSLContext db = database.open();

    private final Given given = new Given(db);

    private long alice;

    @BeforeEach
    void aMemberOfMarch() {
        alice = given.member(
                "alice",
                with(MEMBERSHIP.JOINED_ON, LocalDate.of(2025, 3, 1)),
                with(MEMBERSHIP.LEFT_ON, LocalDate.of(2025, 4, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"joined_on - 1", "joined_on", "'-infinity'"})
    void aMemberLeavesAfterTheDayOfJoining(String day) {
        assertThat(refusedBy(() -> db.execute("update membership set left_on = " + day)))
                .isIn("membership_dates", "day_finite");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-15, , membership_apart",
        "2025-04-01, , membership_apart",
        "2025-04-02, , ''",
        "2025-02-01, 2025-03-01, membership_apart",
        "2025-02-01, 2025-02-28, ''",
    })
    void twoPeriodsLeaveADayBetweenThem(LocalDate joined, LocalDate left, String refusal) {
        assertThat(refusedBy(
                        () -> given.period(alice, with(MEMBERSHIP.JOINED_ON, joined), with(MEMBERSHIP.LEFT_ON, left))))
                .isEqualTo(refusal.isEmpty() ? NOTHING : refusal);
    }

    @Test
    void theLatestPeriodIsCopied() {
        given.period(alice, with(MEMBERSHIP.JOINED_ON, LocalDate.of(2026, 1, 1)));
        assertThat(latest()).isEqualTo("2026-01-01 null");

        db.execute("update membership set left_on = '2026-06-01' where left_on is null");
        assertThat(latest()).isEqualTo("2026-01-01 2026-06-01");

        db.execute("delete from membership where joined_on = '2026-01-01'");
        assertThat(latest()).isEqualTo("2025-03-01 2025-04-01");
    }

    private String latest() {
        var member = db.fetchSingle(MEMBER, MEMBER.ID.eq(alice));
        return member.get(MEMBER.LATEST_JOINED_ON) + " " + member.get(MEMBER.LATEST_LEFT_ON);
    }

    @Test
    void aMemberHasAtLeastOnePeriod() {
        long bob = given.user("bob");
        assertThat(refusedBy(() -> db.execute("insert into member (user_id) values (?)", bob)))
                .isEqualTo("member_has_membership");
        assertThat(refusedBy(() -> db.execute("delete from membership"))).isEqualTo("member_has_membership");
    }
}
