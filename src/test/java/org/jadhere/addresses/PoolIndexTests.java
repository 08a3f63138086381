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

    @BeforeAll
    static void manyAllocations() {
        DB.execute("""
                insert into service_type (name) values ('VPN');
                insert into service (type_id) select id from service_type;
                insert into prefix (prefix) values ('10.0.0.0/8'), ('2001:db8::/32');
                insert into ip_allocation (service_id, address, held_from)
                select 1, '10.0.0.0'::inet + n, '2020-01-01' from generate_series(1, 10000) n;
                insert into ip_allocation (service_id, address, held_from)
                select 1, format('2001:db8:%s:%s00::/56', to_hex(n / 256), to_hex(n % 256))::inet, '2020-01-01' from generate_series(0, 9999) n;""");
        DB.execute("vacuum analyze");
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 32, 10.0.39.17", "1, 24, 10.0.40.0/24", "2, 56, 2001:db8:27:1000::/56", "2, 48, 2001:db8:28::/48"})
    void stepsIntoAnIndex(long id, int length, String next) {
        var heard = new ArrayList<String>();
        var prefixes = new Prefixes(listened(heard));
        var prefix = prefixes.find(id).orElseThrow();

        assertThat(prefixes.map(prefix).cells()).hasSize(256);
        assertThat(new Room(listened(heard), Clock.systemUTC()).next(prefix, length))
                .hasToString("Optional[" + next + "]");

        assertThat(heard)
                .hasSizeLessThan(8)
                .allSatisfy(query -> assertThat(plan(query))
                        .doesNotContainPattern("Seq Scan\"[^}]*\"Relation Name\": \"ip_allocation\"")
                        .doesNotContain("\"Sort\"[^}]*ip_allocation"));
        assertThat(heard.stream().filter(query -> query.contains("\"ip_allocation\"")))
                .singleElement()
                .satisfies(query -> assertThat(plan(query))
                        .contains("\"Index Name\": \"ip_allocation_by_address\"", "\"Scan Direction\": \"Backward\"")
                        .containsPattern("Index Cond\": \"[^\"]*>=[^\"]*<="));
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
