package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import org.jadhere.people.access.Actor;
import org.jadhere.support.PlanRows;
import org.junit.jupiter.api.Test;

/** The home page of a member reads the addresses of their own services, not those of all. */
public abstract class OwnAllocationPlans {

    @Test
    void ownAddressesAreReadThroughIndexes() {
        var queries = new ArrayList<String>();
        var member = new Actor(5, "u5", "Martin", "fr", false, false, Set.of(), Set.of());

        new IpAllocations(PlanRows.heard(queries), Clock.systemUTC()).heldBy(member);

        assertThat(queries)
                .singleElement()
                .satisfies(
                        query -> assertThat(PlanRows.plan(query))
                                .contains("\"Index Name\": \"service_pkey\"")
                                .contains("\"Index Name\": \"ip_allocation_service_id\"")
                                .doesNotContainPattern(
                                        "Seq Scan\"[^}]*\"Relation Name\": \"(ip_allocation|service|holding|member|app_user)\""));
    }
}
