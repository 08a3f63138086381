package org.jadhere.money.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.support.Given.with;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberFilter;
import org.jadhere.people.members.MemberServices;
import org.jadhere.people.members.Members;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters of fees to renew and of members without a valid fee count by day. */
class RenewalTests {

    private static final Actor ERIN = new Actor(1, "erin", "Erin", "fr", true, true, Set.of(), Set.of());

    private Connection connection;
    private DSLContext db;
    private Given given;
    private long alice;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.fresh().connect();
        db = DSL.using(connection, SQLDialect.POSTGRES);
        given = new Given(db);
        alice = given.member("alice", with(MEMBERSHIP.JOINED_ON, LocalDate.of(2020, 1, 1)));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** The last day of a fee, and its state on 2024-02-29. */
    @ParameterizedTest
    @CsvSource({
        "2023-12-30, ''",
        "2023-12-31, late",
        "2024-02-28, late",
        "2024-02-29, soon",
        "2024-03-30, soon",
        "2024-03-31, ''"
    })
    void renewalCountsFromTheLastDay(LocalDate lastDay, String due) {
        fee(LocalDate.of(2023, 1, 1), lastDay);

        assertThat(due("soon", "2024-02-29")).isEqualTo(due.equals("soon") ? 1 : 0);
        assertThat(due("late", "2024-02-29")).isEqualTo(due.equals("late") ? 1 : 0);
    }

    @Test
    void aFeeMayEndOnTheLeapDay() {
        fee(LocalDate.of(2023, 3, 1), LocalDate.of(2024, 2, 29));

        assertThat(due("soon", "2024-01-29")).isZero();
        assertThat(due("soon", "2024-01-30")).isOne();
        assertThat(due("soon", "2024-02-29")).isOne();
        assertThat(due("late", "2024-02-29")).isZero();
        assertThat(due("late", "2024-03-01")).isOne();
        assertThat(due("late", "2024-04-29")).isOne();
        assertThat(due("late", "2024-04-30")).isZero();
    }

    @Test
    void renewedFeesAndFormerMembersAreLeftOut() {
        fee(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
        fee(LocalDate.of(2024, 1, 1), null);
        var end = Given.START.plusDays(9);
        long bob = given.member("bob", with(MEMBERSHIP.JOINED_ON, Given.START), with(MEMBERSHIP.LEFT_ON, end));
        given.fee(bob, with(MEMBERSHIP_FEE.ENDS_ON, end));

        assertThat(due("late", "2024-01-05")).isZero();
        assertThat(due("late", "2025-01-20")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, 0", "2024-01-01, 1", "2024-02-29, 1", "2024-03-01, 0"})
    void membersAreFilteredByTheirFee(String today, int valid) {
        fee(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 29));

        assertThat(members("valid", today)).isEqualTo(valid);
        assertThat(members("missing", today)).isEqualTo(1 - valid);
        assertThat(members("missing_with_service", today)).isEqualTo(1 - valid);
    }

    private void fee(LocalDate first, @Nullable LocalDate last) {
        given.fee(
                alice,
                with(MEMBERSHIP_FEE.STARTS_ON, first),
                with(MEMBERSHIP_FEE.ENDS_ON, last == null ? null : last.plusDays(1)));
    }

    private int due(String when, String today) {
        var filter = MembershipFeeFilter.of(Form.withDefaults(Map.of("renewal", when)));
        var page = new MembershipFees(db, on(today)).page(ERIN, filter, new Keyset(null, null));
        return page.rows().size();
    }

    private int members(String fee, String today) {
        var filter = MemberFilter.of(Form.withDefaults(Map.of("fee", fee)));
        var members = new Members(db, on(today), new AllServices());
        return members.page(ERIN, filter, new Keyset(null, null)).rows().size();
    }

    private record AllServices() implements MemberServices {

        @Override
        public Condition running(Actor actor) {
            return DSL.trueCondition();
        }

        @Override
        public Condition ofOtherCrews(Actor actor) {
            return DSL.trueCondition();
        }
    }

    private static Clock on(String today) {
        return Clock.fixed(LocalDate.parse(today).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
