package org.jadhere.office.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jadhere.platform.db.Pg.setLocally;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class HistoryConstraintTests {

    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("history", "is the record itself"),
            Map.entry("login_failure", "is a quarter of an hour of guesses, not data"),
            Map.entry("passkey_credential", "changes with every login; that there is one is told by passkey"),
            Map.entry("passkey_handle", "is a random name, for good"),
            Map.entry("code_generator_secret", "is a secret; that there is one is told by code_generator"),
            Map.entry("recovery_code", "is a digest; how many are left is told by recovery_sheet"),
            Map.entry("spring_session", "changes with every request"),
            Map.entry("spring_session_attributes", "changes with every request"),
            Map.entry("mail", "is the journal of letters, with who caused each; its bodies may hold secrets"),
            Map.entry("mail_handover", "lasts as long as one letter is handed over"),
            Map.entry("link", "is a digest of a secret"),
            Map.entry("link_request", "is what visitors typed, for a month"),
            Map.entry("reminder", "is the journal of reminders, which nobody changes"),
            Map.entry("join_request_service", "is part of a request, written once with it"),
            Map.entry("join_request_consent", "is part of a request, written once with it"),
            Map.entry("zone_serial", "counts the changes of what is in the history"),
            Map.entry("prefix_use", "counts what ip_allocation says, and can be counted anew"),
            Map.entry("vacancy", "tells what ip_allocation leaves, and can be made anew"),
            Map.entry("address_question", "is a journal of its own, whose rows are chained"),
            Map.entry("sighting", "is what routers saw, for three months; nobody writes it"),
            Map.entry("sighting_file", "is the journal of routers heard"),
            Map.entry("sighting_finding", "is computed from sightings and allocations, and can be anew"),
            Map.entry("erasure", "is the journal of erasures, which nobody changes"),
            Map.entry("restoration", "is the journal of restorations, which nobody changes"),
            Map.entry("flyway_schema_history", "is a record of its own"));

    /** Tracked as all others, but neither made nor deleted: tried apart. */
    private static final Set<String> ONE_ROW = Set.of("association", "publishing");

    /** One way to make and one to change a row of each table, each after those it stands on; Yves is there already. */
    private static final List<Tracked> TRACKED = List.of(
            new Tracked("app_user", "(username) values ('zoe')", "phone = '1'"),
            new Tracked(
                    "user_email",
                    "(user_id, position, email) values (:zoe, 0, 'zoe@example.org')",
                    "position = 1 - 1, email = 'z@example.org'"),
            new Tracked("crew", "(name) values ('bank')", "name = 'the bank'"),
            new Tracked(
                    "crew_permission",
                    "(crew_id, permission) select id, 'payment.add' from crew",
                    "permission = 'payment.change'"),
            new Tracked("crew_member", "(crew_id, user_id) select id, :zoe from crew", "user_id = :yves"),
            new Tracked("organisation", "(name) values ('Myceliandre')", "phone = '1'"),
            new Tracked(
                    "organisation_user",
                    "(organisation_id, user_id) select id, :zoe from organisation",
                    "user_id = :yves"),
            new Tracked("member", "(user_id, joined_on) values (:zoe, '2025-01-01')", "left_on = '2026-01-01'"),
            new Tracked(
                    "membership_fee",
                    "(member_id, amount, method, starts_on) select id, 20, 'cash', '2025-01-01' from member",
                    "amount = 21"),
            new Tracked("service_type", "(name) values ('VPN')", "usual_amount = 5"),
            new Tracked("service", "(type_id) select id from service_type", "label = 'x'"),
            new Tracked(
                    "payment",
                    "(service_id, amount, method, months, starts_on) select id, 28, 'cash', 1, '2025-01-01' from service",
                    "amount = 29"),
            new Tracked("prefix", "(prefix) values ('192.0.2.0/24')", "kind = 'own'"),
            new Tracked("retention", "(kept_data, kept_months) values ('allocations', 12)", "kept_months = 13"),
            new Tracked(
                    "record_gap",
                    "(prefix, lost_until, cause) values ('192.0.2.0/24', '2020-01-01', 'fire')",
                    "cause = 'flood'"),
            new Tracked(
                    "covered_area", "(name, technologies) values ('Toulouse', '{wifi}')", "technologies = '{ftth}'"),
            new Tracked("location", "(prefix, country) values ('192.0.2.0/24', 'FR')", "region = 'FR-31'"),
            new Tracked(
                    "delegation",
                    "(prefix, servers) values ('192.0.2.64/26', '{a.example}')",
                    "servers = '{b.example}'"),
            new Tracked("reverse_name", "(address, name) values ('192.0.2.1', 'a.example')", "name = 'b.example'"),
            new Tracked("validation", "(actor, items, total) values ('Bob', 2, 56)", "items = 1"),
            new Tracked(
                    "rehearsal",
                    "(user_id, actor_id) select id, id from app_user where username = 'yves'",
                    "ended_at = now()"),
            new Tracked("consent", "(text_fr, text_en) values ('oui', 'yes')", "position = 1"),
            new Tracked("join_request", "(last_name, email) values ('Zoé', 'zoe@example.org')", "phone = '1'"),
            new Tracked("closing_request", "(user_id) values (:zoe)", "message = 'bye'"),
            new Tracked("passkey", "(user_id, name) values (:zoe, 'phone')", "name = 'new phone'"),
            new Tracked("code_generator", "(user_id) values (:zoe)", "created_at = '2026-01-01'"),
            new Tracked("recovery_sheet", "(user_id, codes_left) values (:zoe, 10)", "codes_left = 9"),
            new Tracked(
                    "ip_allocation",
                    "(service_id, address, held_from) select id, '192.0.2.7', now() from service",
                    "held_until = now() + '1 day'"));

    private record Tracked(String table, String values, String change) {

        String insert() {
            return named("insert into " + table + " " + values);
        }

        String update() {
            return named("update %s set %s where id = (select max(id) from %s)".formatted(table, change, table));
        }

        String delete() {
            return "delete from %s where id = (select max(id) from %s)".formatted(table, table);
        }

        private static String named(String sql) {
            return sql.replaceAll("(?<!:):(yves|zoe)", "(select id from app_user where username = '$1')");
        }
    }

    @AutoClose
    private final Connection connection = TestDatabase.fresh().connect();

    private final DSLContext db = DSL.using(connection);
    private final Given given = new Given(db);

    HistoryConstraintTests() throws SQLException {}

    @Test
    void coversEveryTableOfData() {
        var tracked = db.fetch("""
                select tgrelid::regclass::text from pg_trigger join pg_proc on pg_proc.oid = tgfoid
                where proname in ('record_history', 'refuse_truncate', 'refuse_new_identity')
                group by 1 having count(*) = 5""").getValues(0, String.class);
        var tables = db.fetch(
                        "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace")
                .getValues(0, String.class);

        assertThat(tables)
                .as("keep_history('...') in the migration, or a reason here: %s", WITHOUT)
                .filteredOn(table -> !WITHOUT.containsKey(table))
                .containsExactlyInAnyOrderElementsOf(tracked);
        assertThat(TRACKED)
                .as("a table tried below")
                .extracting(Tracked::table)
                .containsExactlyInAnyOrderElementsOf(tracked.stream()
                        .filter(table -> !ONE_ROW.contains(table))
                        .toList());
    }

    @Test
    void keepsWhoDidWhatThroughWhichDoor() throws SQLException {
        db.execute("insert into app_user (username) values ('yves')");
        connection.setAutoCommit(false);
        tell("jadhere.actor_id", "7");
        tell("jadhere.actor", "Bob Martin");
        tell("jadhere.door", "web");
        tell("jadhere.reason", "asked by letter");
        for (var row : TRACKED) {
            assertLast(row, "insert", did(row.insert()));
            assertLast(row, "update", did(row.update()));
            assertThat(did(row.update())).as("%s changed to what it is", row).isEmpty();
        }
        for (var row : TRACKED.reversed()) {
            if (!row.table.equals("member") && !row.table.equals("app_user")) { // members stay on record
                assertLast(row, "delete", did(row.delete()));
            }
        }
    }

    @Test
    void thereIsOneAssociationWhichIsChangedOnTheRecordAndNeverDeleted() {
        assertThat(did("update association set name = 'Ours'"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get(HISTORY.TABLE_NAME)).isEqualTo("association"));
        assertThatThrownBy(() -> db.execute("delete from association")).hasMessageContaining("cannot be deleted");
        assertThatThrownBy(() -> db.execute("insert into association (name) values ('Another')"))
                .hasMessageContaining("association_once");
    }

    @Test
    void whatIsPublishedIsOneRowWhichIsChangedOnTheRecordAndNeverDeleted() {
        assertThat(did("update publishing set geofeed = true"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get(HISTORY.TABLE_NAME)).isEqualTo("publishing"));
        assertThatThrownBy(() -> db.execute("delete from publishing")).hasMessageContaining("only switched off");
    }

    /** What the statement left in the history. */
    private List<Record> did(String sql) {
        long before = last();
        db.execute(sql);
        return List.copyOf(db.selectFrom(HISTORY)
                .where(HISTORY.ID.gt(before))
                .orderBy(HISTORY.ID)
                .fetch());
    }

    private long last() {
        return db.fetchSingle("select coalesce(max(id), 0) from history").get(0, Long.class);
    }

    private static void assertLast(Tracked row, String action, List<Record> history) {
        assertThat(history).as("%s, %s", row, action).singleElement().satisfies(entry -> {
            assertThat(entry.get(HISTORY.TABLE_NAME)).isEqualTo(row.table);
            assertThat(entry.get(HISTORY.ACTION)).isEqualTo(action);
            assertThat(entry.get(HISTORY.BEFORE) == null).isEqualTo(action.equals("insert"));
            assertThat(entry.get(HISTORY.AFTER) == null).isEqualTo(action.equals("delete"));
            assertThat(entry.get(HISTORY.BEFORE)).isNotEqualTo(entry.get(HISTORY.AFTER));
            assertThat(entry.get(HISTORY.ACTOR_ID)).isEqualTo(7);
            assertThat(entry.get(HISTORY.ACTOR)).isEqualTo("Bob Martin");
            assertThat(entry.get(HISTORY.DOOR)).isEqualTo("web");
            assertThat(entry.get(HISTORY.DB_ROLE)).isEqualTo("jadhere");
            assertThat(entry.get(HISTORY.REASON)).isEqualTo("asked by letter");
        });
    }

    @Test
    void saysWhichDatabaseRoleTypedPlainSql() {
        assertThat(did("insert into crew (name) values ('bank')"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get(HISTORY.ACTOR_ID)).isNull();
                    assertThat(entry.get(HISTORY.ACTOR)).isEqualTo("jadhere");
                    assertThat(entry.get(HISTORY.DOOR)).isEqualTo("sql");
                    assertThat(entry.get(HISTORY.DB_ROLE)).isEqualTo("jadhere");
                    assertThat(entry.get(HISTORY.REASON)).isNull();
                });
    }

    @Test
    void forgetsTheAuthorWithTheTransaction() {
        db.transaction(transaction -> {
            transaction
                    .dsl()
                    .select(setLocally("jadhere.actor_id", "7"), setLocally("jadhere.door", "web"))
                    .fetch();
        });

        assertThat(did("insert into crew (name) values ('bank')").getFirst().get(HISTORY.DOOR))
                .isEqualTo("sql");
    }

    @Test
    void showsThatAPasswordChangedAndNotItsHash() {
        given.user("alice");
        String first = "{argon2}$argon2id$v=19$m=16384,t=2,p=1$firstsalt$firsthash";
        String second = "pbkdf2_sha256$600000$secondsalt$secondhash";

        var set = did("update app_user set password = '" + first + "'").getFirst();
        var changed = did("update app_user set password = '" + second + "'").getFirst();
        var removed = did("update app_user set password = null").getFirst();
        assertThat(did("update app_user set password = null")).isEmpty();
        assertThat(did("delete from app_user")).hasSize(2);

        assertThat(password(set.get(HISTORY.BEFORE))).isEqualTo("null");
        assertThat(password(set.get(HISTORY.AFTER)))
                .matches("\"set:[0-9a-f]{8}\"")
                .isEqualTo(password(changed.get(HISTORY.BEFORE)))
                .isNotEqualTo(password(changed.get(HISTORY.AFTER)));
        assertThat(password(removed.get(HISTORY.AFTER))).isEqualTo("null");
        assertThat(db.fetch("select history::text from history").formatCSV())
                .doesNotContain("hash\"", "firstsalt", "secondsalt");
    }

    private String password(JSON image) {
        return db.fetchSingle("select ?::json -> 'password'", image).get(0, String.class);
    }

    @Test
    void cannotBeRewritten() {
        given.crew("bank");

        assertThat(refusedBy(() -> db.execute("update history set actor = 'nobody'")))
                .isEqualTo("history_kept");
        assertThat(refusedBy(() -> db.execute("delete from history where false")))
                .isEqualTo("history_kept");
        assertThat(refusedBy(() -> db.execute("truncate history"))).isEqualTo("history_kept");
        assertThat(refusedBy(() -> db.execute("insert into history (id, table_name, row_id, action, actor, door) "
                        + "overriding system value select id, 'crew', 1, 'delete', 'x', 'web' from history "
                        + "on conflict (id) do update set actor = 'nobody'")))
                .isEqualTo("history_kept");
    }

    @Test
    void missesNoTableEmptiedAtOnceAndNoRowThatChangesItsIdentity() {
        for (var row : TRACKED) {
            assertThat(refusedBy(() -> db.execute("truncate %s cascade".formatted(row.table))))
                    .isEqualTo("history_complete");
        }
        given.crew("bank");
        assertThat(refusedBy(() -> db.execute("update crew set id = default"))).isEqualTo("identity_fixed");
    }

    @Test
    void keepsEveryRowOfAStatementWhateverItsKind() throws Exception {
        assertThat(did("insert into crew (name) values ('a'), ('b'), ('c')")).hasSize(3);
        assertThat(did("update crew set name = name || '!' where name <> 'c'")).hasSize(2);
        assertThat(did("insert into crew (name) values ('c'), ('d') on conflict (name) do update set name = 'C'"))
                .extracting(entry -> entry.get(HISTORY.ACTION))
                .containsExactlyInAnyOrder("insert", "update");
        assertThat(did("insert into crew (name) values ('C') on conflict do nothing"))
                .isEmpty();
        assertThat(did("merge into crew using (values ('C'), ('e')) v (name) on crew.name = v.name "
                        + "when matched then delete when not matched then insert (name) values (v.name)"))
                .extracting(entry -> entry.get(HISTORY.ACTION))
                .containsExactlyInAnyOrder("insert", "delete");

        long before = last();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy crew (name) from stdin", new StringReader("x\ny\n"));
        assertThat(last()).isEqualTo(before + 2);
    }

    @Test
    void keepsWhatGoesWithADeletedUser() {
        long zoe = given.user("zoe");
        given.email(zoe, 1, "z@example.org");
        given.joins(zoe, given.crew("bank"));
        given.acts(zoe, given.organisation("Myceliandre"));

        assertThat(did("delete from app_user"))
                .extracting(entry -> entry.get(HISTORY.TABLE_NAME))
                .containsExactlyInAnyOrder("app_user", "user_email", "user_email", "crew_member", "organisation_user");
        assertThat(did("delete from crew")).hasSize(1);
    }

    private void tell(String name, String value) {
        assertThat(refusedBy(() -> db.select(setLocally(name, value)).fetch())).isEqualTo(NOTHING);
    }
}
