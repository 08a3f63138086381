package org.jadhere.office.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.web.Keyset;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL reads a page of the history through an index with any filter, in a history of a few years. */
class HistoryIndexTests {

    private static final int ROWS = 20_000;
    private static final CloseableDSLContext DB = TestDatabase.fresh().open();

    private static final Actor ADMINISTRATOR = new Actor(1, "erin", "Erin", "fr", true, true, Set.of(), Set.of());
    private static final Actor CREW = new Actor(2, "carol", "Carol", "fr", true, false, Set.of(7L), Set.of());
    private static final Actor BANK =
            new Actor(3, "bob", "Bob", "fr", true, false, Set.of(), Set.of(Permission.values()));

    /** A crew whose type has no services: the worst case, since no row matches. */
    private static final Actor NEW_CREW = new Actor(4, "zoe", "Zoé", "fr", true, false, Set.of(20L), Set.of());

    /** One row every 15 minutes by 200 users: 60 % are payments, 5 % validations. */
    @BeforeAll
    static void yearsOfHistory() {
        DB.execute("""
                insert into service_type (name) select 'Type ' || n from generate_series(1, 20) n;
                insert into service (type_id, label) select t.id, name || n from service_type t, generate_series(1, 100) n where t.id < 20;
                insert into history (at, table_name, row_id, action, before, after, actor_id, actor, door)
                select timestamptz '2020-01-01' + interval '15 minutes' * n,
                       case when n % 500 = 0 then 'member' else
                           (array['payment', 'payment', 'payment', 'payment', 'payment', 'payment', 'service', 'app_user',
                                  'membership_fee', 'ip_allocation'])[1 + n % 10] end,
                       n / 3, case when n % 100 = 0 then 'delete' when n % 4 = 0 then 'insert' else 'update' end,
                       json_build_object('service_id', 1 + n * 7919 % 1900, 'member_id', n % 900, 'validated', false),
                       json_build_object('service_id', 1 + n * 7919 % 1900, 'member_id', n % 900, 'validated', n % 20 = 1),
                       n % 200, 'Person ' || md5((n % 200)::text), 'web'
                from generate_series(1, :rows) n;""".replace(":rows", String.valueOf(ROWS)));
        DB.execute("vacuum analyze");
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', history_at",
        "actor, history_by_actor",
        "q, history_actor_search",
        "kind, history_of_kind",
        "payments, history_of_kind|history_at",
        "thing, history_on_service",
        "validation, history_at|history_validation",
        "delete, history_by_action",
        "range, history_at",
        "page, history_at",
    })
    void eachFilterUsesAnIndex(String filter, String index) {
        for (Actor actor : List.of(ADMINISTRATOR, CREW, BANK, NEW_CREW)) {
            assertThat(plan(actor, filter(filter), filter.equals("page") ? "2020-03-01T00:00:00Z~5" : null))
                    .as("%s for %s", filter, actor.username())
                    .containsPattern("Index Name\": \"(" + index + ")\"")
                    .doesNotContainPattern("Seq Scan\"[^}]*\"Relation Name\": \"history\"");
        }
    }

    private static HistoryFilter filter(String what) {
        var past = Instant.parse("2020-02-01T00:00:00Z");
        return switch (what) {
            case "actor" -> new HistoryFilter(null, 42L, null, null, null, null, null);
            case "q" -> new HistoryFilter("a1d0c6e83f027327d8461063f4ac58a6", null, null, null, null, null, null);
            case "payments" -> new HistoryFilter(null, null, TrackedTable.PAYMENT, null, null, null, null);
            case "kind" -> new HistoryFilter(null, null, TrackedTable.MEMBER, null, null, null, null);
            case "thing" -> new HistoryFilter(null, null, TrackedTable.SERVICE, 650L, null, null, null);
            case "validation" -> new HistoryFilter(null, null, null, null, HistoryFilter.Act.VALIDATION, null, null);
            case "delete" -> new HistoryFilter(null, null, null, null, HistoryFilter.Act.DELETE, null, null);
            case "range" -> new HistoryFilter(null, null, null, null, null, past, past.plusSeconds(999_999));
            default -> new HistoryFilter(null, null, null, null, null, null, null);
        };
    }

    private static String plan(Actor actor, HistoryFilter filter, @Nullable String after) {
        var queries = new ArrayList<String>();
        var history = new History(recording(queries));
        history.page(actor, filter, new Keyset(after, null));
        return DB.fetchSingle("explain (format json) " + queries.getFirst()).get(0) + "";
    }

    private static DSLContext recording(List<String> queries) {
        return DSL.using(DB.configuration().derive(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                queries.add(DB.renderInlined(context.query()));
            }
        }));
    }
}
