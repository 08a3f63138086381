package org.jadhere.network.addresses;

import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;

/** Two services and the forms that allocate addresses to the first. */
abstract class AllocationFixture {

    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    long service;
    long other;

    @BeforeEach
    void twoServices() {
        service = given().service(cast().toulouse, with(SERVICE.LABEL, "maison"));
        other = given().service(cast().vpn, with(SERVICE.LABEL, "tunnel"));
    }

    int allocate(String addresses, String... more) {
        return as("erin")
                .post("/admin/services/" + service + "/addresses", fields(addresses, more))
                .getResponse()
                .getStatus();
    }

    static Map<String, String> fields(String addresses, String... more) {
        var fields = new LinkedHashMap<>(Map.of("addresses", addresses));
        for (int n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        return fields;
    }

    Record only() {
        return db().fetchSingle(IP_ALLOCATION);
    }

    List<String> held() {
        return db().select(IP_ALLOCATION.ADDRESS)
                .from(IP_ALLOCATION)
                .orderBy(IP_ALLOCATION.ADDRESS)
                .fetch(row -> row.value1().toString());
    }
}
