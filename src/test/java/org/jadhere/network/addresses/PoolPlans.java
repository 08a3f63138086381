package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.support.PlanRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a pool and its next free block read few rows of an index, independent of the number of allocations. */
public abstract class PoolPlans {

    @ParameterizedTest
    @CsvSource({
        "1, 32, 10.0.156.65, vacancy_untouched",
        "1, 24, 10.0.157.0/24, vacancy_untouched",
        "2, 56, 2001:db8:d0:e000::/56, vacancy_untouched",
        "2, 48, 2001:db8:d1::/48, vacancy_untouched",
        "3, 32, 172.16.0.1, vacancy_freed",
    })
    void thePoolIsReadThroughIndexes(long id, int length, String next, String index) {
        var queries = new ArrayList<String>();
        var prefixes = new Prefixes(PlanRows.heard(queries));
        var prefix = prefixes.find(id).orElseThrow();

        assertThat(prefixes.map(prefix, prefixes.related(prefix).getOrDefault(true, List.of()))
                        .cells())
                .hasSize(256);
        assertThat(new FreeBlocks(PlanRows.heard(queries), Clock.systemUTC()).next(prefix, length))
                .hasToString("Optional[" + next + "]");

        assertThat(queries)
                .hasSizeLessThan(6)
                .allSatisfy(query -> assertThat(PlanRows.plan(query))
                        .doesNotContain("ip_allocation")
                        .doesNotContainPattern("Seq Scan\"[^}]*\"Relation Name\": \"vacancy\""));
        assertThat(queries.stream().filter(query -> query.contains("\"vacancy\"")))
                .last()
                .satisfies(query -> assertThat(PlanRows.plan(query))
                        .contains("\"Index Name\": \"" + index + "\"")
                        .doesNotContain("\"Node Type\": \"Sort\""));
    }
}
