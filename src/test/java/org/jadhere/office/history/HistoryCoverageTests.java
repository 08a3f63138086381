package org.jadhere.office.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Pg.setLocally;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.Test;

/** Each table of data is tracked: inserts, updates and deletes are recorded with their author. */
class HistoryCoverageTests extends HistoryFixture {

    HistoryCoverageTests() throws SQLException {}

    private static final Map<String, String> UNTRACKED = Map.ofEntries(
            Map.entry("history", "is the history itself"),
            Map.entry("login_failure", "keeps failed logins for 15 minutes"),
            Map.entry("passkey_credential", "changes with every login; passkey records its existence"),
            Map.entry("passkey_handle", "is a constant random identifier"),
            Map.entry("code_generator_secret", "is a secret; code_generator records its existence"),
            Map.entry("recovery_code", "is a digest; recovery_sheet records how many are left"),
            Map.entry("spring_session", "changes with every request"),
            Map.entry("spring_session_attributes", "changes with every request"),
            Map.entry("mail", "is a journal with authors; its bodies may contain secrets"),
            Map.entry("mail_handover", "exists while a mail is being sent"),
            Map.entry("link", "is a digest of a secret"),
            Map.entry("link_request", "keeps requests of visitors for a month"),
            Map.entry("staff_entry", "is computed from app_user"),
            Map.entry("factor_letter", "is a journal that is never changed"),
            Map.entry("reminder", "is a journal that is never changed"),
            Map.entry("join_request_service", "is written once with its request"),
            Map.entry("join_request_consent", "is written once with its request"),
            Map.entry("zone_serial", "counts changes that are in the history"),
            Map.entry("prefix_use", "is computed from ip_allocation"),
            Map.entry("vacancy", "is computed from ip_allocation"),
            Map.entry("address_question", "is a journal of its own with sealed rows"),
            Map.entry("sighting", "is imported from routers and kept for three months"),
            Map.entry("sighting_file", "is the journal of imports from routers"),
            Map.entry("sighting_finding", "is computed from sightings and allocations"),
            Map.entry("erasure", "is a journal that is never changed"),
            Map.entry("restoration", "is a journal that is never changed"),
            Map.entry("flyway_schema_history", "is the journal of migrations"));

    /** Tracked tables of exactly one row, which is never inserted or deleted; tested separately. */
    private static final Set<String> ONE_ROW = Set.of("association", "publishing");

    /** An insert and an update for each table, after the tables that it references; the user yves exists. */
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
            new Tracked("member", "(user_id) values (:zoe)", "external_id = 'm1'"),
            new Tracked(
                    "membership",
                    "(member_id, joined_on) select id, '2025-01-01' from member",
                    "left_on = '2026-01-01'"),
            new Tracked(
                    "membership_fee",
                    "(member_id, amount, method, starts_on) select id, 20, 'cash', '2025-01-01' from member",
                    "amount = 21"),
            new Tracked("service_type", "(name) values ('VPN')", "usual_amount = 5"),
            new Tracked("service", "(type_id, starts_on) select id, '2025-01-01' from service_type", "label = 'x'"),
            new Tracked(
                    "holding",
                    "(service_id, member_id, starts_on, known_since) select s.id, m.id, '2025-01-01', now() from service s, member m",
                    "ends_on = '2026-01-01'"),
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
            new Tracked(
                    "join_request",
                    "(last_name, email, confirmed_at) values ('Zoé', 'zoe@example.org', now())",
                    "phone = '1'"),
            new Tracked("closing_request", "(user_id) values (:zoe)", "message = 'bye'"),
            new Tracked(
                    "departure_reason",
                    "(user_id, item, reason) values (:zoe, 'account', 'mailbox')",
                    "reason = 'own mailbox'"),
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

    @Test
    void coversEveryTable() {
        var tracked = db.fetch("""
                select tgrelid::regclass::text from pg_trigger join pg_proc on pg_proc.oid = tgfoid
                where proname in ('record_history', 'record_request_history', 'refuse_truncate', 'refuse_new_identity')
                group by 1 having count(*) = 5""").getValues(0, String.class);
        var tables = db.fetch(
                        "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace")
                .getValues(0, String.class);

        assertThat(tables)
                .as("keep_history('...') in the migration, or a reason here: %s", UNTRACKED)
                .filteredOn(table -> !UNTRACKED.containsKey(table))
                .containsExactlyInAnyOrderElementsOf(tracked);
        assertThat(TRACKED)
                .as("a statement for each tracked table")
                .extracting(Tracked::table)
                .containsExactlyInAnyOrderElementsOf(tracked.stream()
                        .filter(table -> !ONE_ROW.contains(table))
                        .toList());
    }

    @Test
    void recordsAuthorChannelAndReason() throws SQLException {
        db.execute("insert into app_user (username) values ('yves')");
        connection.setAutoCommit(false);
        set("jadhere.actor_id", "7");
        set("jadhere.actor", "Bob Martin");
        set("jadhere.door", "web");
        set("jadhere.reason", "asked by letter");
        for (var row : TRACKED) {
            assertLast(row, "insert", historyOf(row.insert()));
            assertLast(row, "update", historyOf(row.update()));
            assertThat(historyOf(row.update()))
                    .as("%s changed to what it is", row)
                    .isEmpty();
        }
        for (var row : TRACKED.reversed()) {
            if (!row.table.equals("member") && !row.table.equals("app_user")) { // rows of members are never deleted
                assertLast(row, "delete", historyOf(row.delete()));
            }
        }
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
    void truncateIsRefused() {
        for (var row : TRACKED) {
            assertThat(refusedBy(() -> db.execute("truncate %s cascade".formatted(row.table))))
                    .isEqualTo("history_complete");
        }
    }

    private void set(String name, String value) {
        assertThat(refusedBy(() -> db.select(setLocally(name, value)).fetch())).isEqualTo(NOTHING);
    }
}
