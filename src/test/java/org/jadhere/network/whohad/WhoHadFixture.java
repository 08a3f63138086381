package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Alice holds an address and a prefix; users ask who held them. */
abstract class WhoHadFixture {

    static final String BOX = "/admin/who-had";
    static final String MARCH = "2025-03-03T14:05+01:00";
    long service;

    /** Dave belongs to a crew that may ask. */
    @BeforeEach
    void aliceHasAnAddressAndAPrefix() {
        given().joins(cast().dave, given().crew("registre", "address.trace"));
        service = given().service(
                        cast().toulouse,
                        with(HOLDING.MEMBER_ID, cast().aliceMember),
                        with(SERVICE.LABEL, "abo-1"),
                        with(SERVICE.STARTS_ON, LocalDate.parse("2020-01-01")));
        given().allocation(service, "192.0.2.7", with(IP_ALLOCATION.HELD_UNTIL, Instant.parse("2025-06-01T00:00:00Z")));
        given().allocation(service, "2001:db8:7::/56");
    }

    MvcTestResult ask(String username, String address, String at, String... more) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("address", address);
        fields.put("at", at);
        fields.put("reason", "réquisition 2025-17");
        for (int n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        return as(username).post(BOX, fields);
    }
}
