package org.jadhere.network.whohad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.support.PlanRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans of PostgreSQL for a question among many allocations use indexes for each answer and each name. */
public abstract class LedgerPlans {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.100, 2020-06-01T00:00:00Z, one",
        "10.0.107.9, 2022-06-01T00:00:00Z, one",
        "2001:db8:2a:1::7, 2021-06-01T00:00:00Z, one",
        "172.16.9.9, 2021-01-02T00:00:00Z, one",
        "10.200.0.1, 2021-06-01T00:00:00Z, unassigned",
        "10.0.0.100, 2019-06-01T00:00:00Z, unassigned",
        "12.0.0.7, 2018-06-01T00:00:00Z, gap",
        "192.0.2.7, 2021-06-01T00:00:00Z, not_ours",
        "10.0.0.0/27, 2021-06-01T00:00:00Z, several",
    })
    void aQuestionIsAnsweredThroughIndexes(String address, Instant at, String kind) {
        var queries = new ArrayList<String>();
        var db = PlanRows.heard(queries);
        var past = new RowHistory(db);
        var lookup =
                new AllocationLookup(db, Clock.systemUTC(), new PastServices(db, past, new PastIdentities(db, past)));

        assertThat(lookup.answer(IpPrefix.parse(address), at).kind()).isEqualTo(kind);

        assertThat(queries)
                .allSatisfy(
                        query -> assertThat(PlanRows.plan(query))
                                .doesNotContainPattern(
                                        "Seq Scan\"[^}]*\"Relation Name\": \"(ip_allocation|history|prefix|record_gap|service|holding|member|app_user)\""));
        assertThat(queries.stream().filter(query -> query.contains("tstzrange") && query.contains("ip_allocation")))
                .singleElement()
                .satisfies(query -> assertThat(PlanRows.plan(query))
                        .contains("\"Index Name\": \"ip_allocation_one_holder\"")
                        .containsPattern("Index Cond\": \"[^\"]*&&[^\"]*@>"));
    }
}
