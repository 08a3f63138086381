package org.jadhere.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.TestDatabase;
import org.jadhere.db.IpPrefix;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans that PostgreSQL makes for a question among many allocations: an index leads to each answer, and to each name. */
class LedgerIndexTests {

    private static final CloseableDSLContext DB = TestDatabase.fresh().open();

    /** Each address had three holders one after the other; half of them are IPv6 prefixes for a home. */
    @BeforeAll
    static void manyAllocations() {
        DB.execute("""
                insert into app_user (username, last_name) select 'u' || n, 'Martin' from generate_series(1, 3000) n;
                insert into user_email (user_id, position, email) select id, 0, username || '@example.org' from app_user;
                insert into member (user_id, joined_on) select id, '2020-01-01' from app_user;
                insert into service_type (name) values ('VPN');
                insert into service (type_id, member_id, label, starts_on)
                select t.id, m.id, 'abo', '2020-01-01' from service_type t, member m;
                insert into ip_allocation (service_id, address, held_from, held_until)
                select s.id, case when n % 4 = 0 then '10.0.0.0'::inet + n else format('2001:db8:%s::/48', to_hex(n))::inet end,
                       timestamptz '2020-01-01' + interval '1 year' * y,
                       case when y < 2 then timestamptz '2020-01-01' + interval '1 year' * (y + 1) end
                from generate_series(2, 12000, 2) n, generate_series(0, 2) y, lateral (select id from service offset n % 3000 limit 1) s;
                insert into prefix (prefix) select set_masklen('10.0.0.0'::inet + n * 256, 24) from generate_series(0, 4000) n;
                insert into record_gap (prefix, lost_until, cause)
                select set_masklen('11.0.0.0'::inet + n * 256, 24), '2019-01-01', 'before' from generate_series(0, 4000) n;""");
        DB.execute("vacuum analyze");
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.100, 2021-06-01T00:00:00Z, one",
        "2001:db8:2a:1::7, 2021-06-01T00:00:00Z, one",
        "10.0.0.101, 2021-06-01T00:00:00Z, unassigned",
        "10.0.0.100, 2019-06-01T00:00:00Z, unassigned",
        "11.0.0.7, 2018-06-01T00:00:00Z, gap",
        "192.0.2.7, 2021-06-01T00:00:00Z, not_ours",
        "10.0.0.0/27, 2021-06-01T00:00:00Z, several",
    })
    void readsNoTableFromEndToEnd(String address, Instant at, String kind) {
        var heard = new ArrayList<String>();
        var db = listened(heard);
        var past = new Past(db);
        var ledger = new Ledger(db, Clock.systemUTC(), new PastHoldings(past, new Identities(db, past)));

        assertThat(ledger.answer(IpPrefix.parse(address), at).kind()).isEqualTo(kind);

        assertThat(heard)
                .allSatisfy(
                        query -> assertThat(plan(query))
                                .doesNotContainPattern(
                                        "Seq Scan\"[^}]*\"Relation Name\": \"(ip_allocation|history|prefix|record_gap|service|member|app_user)\""));
        assertThat(heard.stream().filter(query -> query.contains("tstzrange") && query.contains("ip_allocation")))
                .singleElement()
                .satisfies(query -> assertThat(plan(query))
                        .contains("\"Index Name\": \"ip_allocation_one_holder\"")
                        .containsPattern("Index Cond\": \"[^\"]*&&[^\"]*@>"));
    }

    private static String plan(String query) {
        return DB.fetchSingle("explain (format json) " + query).get(0) + "";
    }

    private static DSLContext listened(List<String> heard) {
        return DSL.using(DB.configuration().derive(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                heard.add(DB.renderInlined(context.query()));
            }
        }));
    }
}
