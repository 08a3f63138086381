package org.jadhere.network.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jadhere.network.sightings.SightingFinding.Type;
import org.jadhere.people.access.Actor;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** A page of findings reads only the rows that it shows through an index, independent of the number of allocations. */
class FindingsIndexTests {

    private static final Actor ERIN = new Actor(1, "erin", "Erin", "fr", true, true, Set.of(), Set.of());
    private static final CloseableDSLContext DB = TestDatabase.fresh().open();

    @BeforeAll
    static void manyAllocations() {
        DB.execute("""
                insert into service_type (name) values ('VPN');
                insert into service (type_id) select id from service_type;
                insert into prefix (prefix) values ('10.0.0.0/8'), ('2001:db8::/32');
                insert into ip_allocation (service_id, address, held_from, held_until)
                select 1, '10.0.0.0'::inet + n, '2020-01-01', case when n % 3 = 0 then timestamptz '2021-01-01' end from generate_series(1, 20000) n;
                insert into sighting (address, kind, seen_at, source)
                select '10.0.0.0'::inet + n, 'neighbour', now(), 'rt' from generate_series(2, 24000, 2) n;
                select find_sightings(30, now());""");
        DB.execute("vacuum analyze");
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @ParameterizedTest
    @NullSource
    @EnumSource
    void aPageIsReadThroughAnIndex(@Nullable Type type) {
        var queries = new ArrayList<String>();
        var findings = new SightingFindings(recording(queries));
        var first = findings.page(ERIN, type, new Keyset(null, null));
        var second = findings.page(ERIN, type, new Keyset(first.next(), null));

        assertThat(first.rows()).hasSize(50);
        assertThat(second.rows()).hasSize(50);
        assertThat(queries)
                .hasSize(2)
                .allSatisfy(query -> assertThat(plan(query))
                        .doesNotContain("\"Sort\"")
                        .doesNotContainPattern(
                                "Seq Scan\"[^}]*\"Relation Name\": \"(ip_allocation|sighting_finding|sighting)\""));
    }

    private static String plan(String query) {
        return DB.fetchSingle("explain (format json) " + query).get(0) + "";
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
