package org.jadhere.money.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Pg.setLocally;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jadhere.support.Cast;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lock on validated payments and fees, with one validated and one waiting row in each table; each attempt is rolled back. */
class ValidationLockTests {

    private static final List<String> PERMISSIONS =
            List.of("payment.add", "payment.change", "payment.delete", "payment.validate");

    /** A statement on a row that is validated or becomes so, with the permissions that it needs. */
    private enum Act {
        RAISE("update #table set amount = amount + 1 where validated", "payment.change"),
        MOVE("update #table set #owner = #other where validated", "payment.change"),
        ANNOTATE("update #table set note = 'late' where validated", "payment.change"),
        END("update #table set ends_on = '2030-01-01' where validated", "payment.change"),
        VALIDATE("update #table set validated = true where not validated", "payment.validate"),
        TAKE_BACK("update #table set validated = false where validated", "payment.validate"),
        RAISE_AND_VALIDATE(
                "update #table set validated = true, amount = 99 where not validated",
                "payment.change",
                "payment.validate"),
        RAISE_AND_TAKE_BACK(
                "update #table set validated = false, amount = 99 where validated",
                "payment.change",
                "payment.validate"),
        RAISE_BY_CONFLICT(
                "insert into #table (external_id, #columns) select external_id, #columns from #table where validated "
                        + "on conflict (external_id) do update set amount = 99",
                "payment.change"),
        DELETE("delete from #table where validated", "payment.delete"),
        ADD_VALIDATED(
                "insert into #table (#columns, validated) select #columns, true from #table where validated",
                "payment.add",
                "payment.validate");

        private final String sql;
        private final Set<String> needed;

        Act(String sql, String... needed) {
            this.sql = sql;
            this.needed = Set.of(needed);
        }

        private String on(String table) {
            return (table.equals("payment")
                            ? sql.replace("#columns", "#owner, amount, method, starts_on, months")
                                    .replace("#owner", "service_id")
                            : sql.replace("#columns", "#owner, amount, method, starts_on")
                                    .replace("#owner", "member_id"))
                    .replace("#table", table)
                    .replace(
                            "#other",
                            table.equals("payment") ? "(select max(id) from service)" : "(select max(id) from member)");
        }
    }

    @AutoClose
    private final Connection connection = TestDatabase.fresh().connect();

    private final DSLContext db = DSL.using(connection);
    private final Given given = new Given(db);
    private final Cast cast = Cast.in(given);

    ValidationLockTests() throws SQLException {}

    @BeforeEach
    void oneValidatedAndOneWaitingRow() throws SQLException {
        long service = given.service(cast.toulouse);
        given.service(cast.vpn);
        given.member("grace");
        given.payment(service);
        given.payment(service, with(PAYMENT.VALIDATED, true));
        given.fee(cast.aliceMember);
        given.fee(cast.aliceMember, with(MEMBERSHIP_FEE.VALIDATED, true));
        connection.setAutoCommit(false);
    }

    @Test
    void refusesChangesOutsideOfABankAct() throws SQLException {
        for (Act act : Act.values()) {
            assertThat(answers(act, Map.of())).as("%s", act).containsExactlyElementsOf(refused());
            assertThat(answers(act, by(cast.bob, ""))).as("%s", act).containsExactlyElementsOf(refused());
            assertThat(answers(act, by(cast.erin, ""))).as("%s", act).containsExactlyElementsOf(refused());
            assertThat(answers(act, Map.of("jadhere.door", "command")))
                    .as("%s", act)
                    .containsExactlyElementsOf(refused());
        }
    }

    @Test
    void refusesBankActsWithoutPermission() throws SQLException {
        for (Act act : Act.values()) {
            assertThat(answers(act, Map.of("jadhere.bank_act", "on")))
                    .as("%s", act)
                    .containsExactlyElementsOf(refused());
            assertThat(answers(act, Map.of("jadhere.bank_act", "on", "jadhere.door", "web")))
                    .as("%s", act)
                    .containsExactlyElementsOf(refused());
            for (long user : new long[] {cast.alice, cast.carol, cast.frank, -1}) {
                assertThat(answers(act, by(user, "on"))).as("%s", act).containsExactlyElementsOf(refused());
            }
        }
    }

    @Test
    void allowsBankCrewAdministratorAndCommandLine() throws SQLException {
        for (Act act : Act.values()) {
            assertThat(answers(act, by(cast.bob, "on"))).as("%s", act).containsOnly(NOTHING);
            assertThat(answers(act, by(cast.erin, "on"))).as("%s", act).containsOnly(NOTHING);
            assertThat(answers(act, Map.of("jadhere.bank_act", "on", "jadhere.door", "command")))
                    .as("%s", act)
                    .containsOnly(NOTHING);
        }
    }

    @Test
    void allowsExactlyWhatEachPermissionNames() throws SQLException {
        for (int choice = 0; choice < 1 << PERMISSIONS.size(); choice++) {
            var held = held(choice);
            long user = crewMember("user" + choice, held);
            for (Act act : Act.values()) {
                assertThat(answers(act, by(user, "on")))
                        .as("%s with %s", act, held)
                        .containsExactlyElementsOf(
                                held.containsAll(act.needed) ? List.of(NOTHING, NOTHING) : refused());
            }
        }
    }

    @Test
    void refusesBankCrewMembersInactiveOrNotStaff() throws SQLException {
        for (String lost : List.of("active", "staff")) {
            db.execute("update app_user set %s = false where id = ?".formatted(lost), cast.bob);
            connection.commit();
            assertThat(answers(Act.RAISE, by(cast.bob, "on"))).containsExactlyElementsOf(refused());
            db.execute("update app_user set %s = true where id = ?".formatted(lost), cast.bob);
            connection.commit();
        }
        db.insertInto(APP_USER, APP_USER.USERNAME, APP_USER.SUPERUSER)
                .values("another.administrator", true)
                .execute();
        db.update(APP_USER)
                .set(APP_USER.ACTIVE, false)
                .where(APP_USER.ID.eq(cast.erin))
                .execute();
        connection.commit();
        assertThat(answers(Act.RAISE, by(cast.erin, "on"))).containsExactlyElementsOf(refused());
    }

    @Test
    void allowsAllChangesToRowsNotValidated() throws SQLException {
        for (String sql : List.of(
                "update payment set amount = 99 where not validated", "delete from payment where not validated")) {
            assertThat(answer(sql, Map.of())).isEqualTo(NOTHING);
        }
    }

    @Test
    void endsABankActWithItsTransaction() throws SQLException {
        set(by(cast.bob, "on"));
        db.execute(Act.RAISE.on("payment"));
        connection.commit();

        assertThat(answers(Act.RAISE, Map.of())).containsExactlyElementsOf(refused());
        assertThat(db.fetchSingle("select actor_id(), coalesce(current_setting('jadhere.bank_act', true), '')")
                        .valuesRow())
                .isEqualTo(DSL.row((Long) null, ""));
    }

    private Set<String> held(int choice) {
        var held = new HashSet<String>();
        IntStream.range(0, PERMISSIONS.size())
                .filter(i -> (choice >> i & 1) == 1)
                .forEach(i -> held.add(PERMISSIONS.get(i)));
        return held;
    }

    private long crewMember(String name, Set<String> permissions) throws SQLException {
        long user = given.user(name, with(APP_USER.STAFF, true));
        given.joins(user, given.crew(name, permissions.toArray(String[]::new)));
        connection.commit();
        return user;
    }

    private static Map<String, String> by(long user, String bankAct) {
        return Map.of("jadhere.actor_id", user + "", "jadhere.door", "web", "jadhere.bank_act", bankAct);
    }

    private static List<String> refused() {
        return List.of("payment_validated", "membership_fee_validated");
    }

    /** The constraint that refuses the statement on payments, then on fees. */
    private List<String> answers(Act act, Map<String, String> settings) throws SQLException {
        return List.of(answer(act.on("payment"), settings), answer(act.on("membership_fee"), settings));
    }

    private String answer(String sql, Map<String, String> settings) throws SQLException {
        try {
            set(settings);
            return refusedBy(() -> assertThat(db.execute(sql)).isOne());
        } finally {
            connection.rollback();
        }
    }

    private void set(Map<String, String> settings) {
        settings.forEach((name, value) -> db.select(setLocally(name, value)).fetch());
    }
}
