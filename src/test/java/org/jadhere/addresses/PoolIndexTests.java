package org.jadhere.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a pool and what it gives next read a few rows of an index, however many allocations there are. */
class PoolIndexTests {

    private static final CloseableDSLContext DB = TestDatabase.fresh().open();

    /** Written without looking whether they overlap, which takes longer than all the rest: nothing here reads that index. */
    @BeforeAll
    static void aMillionAllocations() {
        DB.execute("""
                insert into service_type (name) values ('VPN');
                insert into service (type_id) select id from service_type;
                insert into prefix (prefix) values ('10.0.0.0/8'), ('2001:db8::/32'), ('172.16.0.0/16');
                alter table ip_allocation disable trigger user;
                alter table ip_allocation drop constraint ip_allocation_one_holder;
                alter table ip_allocation alter column known_since set default now();
                insert into ip_allocation (service_id, address, held_from)
                select 1, '10.0.0.0'::inet + n, '2020-01-01' from generate_series(1, 434464) n;
                insert into ip_allocation (service_id, address, held_from, held_until, end_known_since)
                select 1, '172.16.0.0'::inet + n, '2020-01-01', timestamptz '2021-01-01' + interval '1 minute' * n, now() from generate_series(0, 65535) n;
                insert into ip_allocation (service_id, address, held_from)
                select 1, format('2001:db8:%s:%s00::/56', to_hex(n / 256), to_hex(n % 256))::inet, '2020-01-01' from generate_series(0, 499999) n;
                alter table ip_allocation enable trigger user;""");
        DB.execute("select prefix_use_count(id), vacancy_count(id) from prefix");
        DB.execute("vacuum analyze");
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 32, 10.6.161.33, vacancy_untouched",
        "1, 24, 10.6.162.0/24, vacancy_untouched",
        "2, 56, 2001:db8:7a1:2000::/56, vacancy_untouched",
        "2, 48, 2001:db8:7a2::/48, vacancy_untouched",
        "3, 32, 172.16.0.1, vacancy_freed",
    })
    void stepsIntoAnIndex(long id, int length, String next, String index) {
        var heard = new ArrayList<String>();
        var prefixes = new Prefixes(listened(heard));
        var prefix = prefixes.find(id).orElseThrow();

        assertThat(prefixes.map(prefix).cells()).hasSize(256);
        assertThat(new Room(listened(heard), Clock.systemUTC()).next(prefix, length))
                .hasToString("Optional[" + next + "]");

        assertThat(heard)
                .hasSizeLessThan(6)
                .allSatisfy(query -> assertThat(plan(query))
                        .doesNotContain("ip_allocation", "\"Node Type\": \"Sort\"")
                        .doesNotContainPattern("Seq Scan\"[^}]*\"Relation Name\": \"vacancy\""));
        assertThat(heard.stream().filter(query -> query.contains("\"vacancy\"")))
                .last()
                .satisfies(query -> assertThat(plan(query)).contains("\"Index Name\": \"" + index + "\""));
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
