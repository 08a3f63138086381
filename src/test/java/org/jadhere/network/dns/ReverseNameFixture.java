package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Alice holds 192.0.2.7 and 2001:db8:7::/48; administrators and users declare names. */
abstract class ReverseNameFixture {

    static final String LIST = "/admin/reverse";
    long service;
    long allocation;
    static final String MINE = "/me/reverse";

    @Autowired
    Zones zones;

    @BeforeEach
    void aliceHasAnAddressAndAPrefix() {
        given().prefix("192.0.2.0/24");
        given().prefix("2001:db8::/32");
        service = given().service(
                        cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "vm-alice"));
        allocation = given().allocation(service, "192.0.2.7");
        given().allocation(service, "2001:db8:7::/48");
    }

    static Map<String, String> named(String address, String name) {
        return Map.of("address", address, "name", name);
    }

    MvcTestResult declare(String username, String path, String address, String name) {
        return as(username).post(path, named(address, name));
    }

    List<String> names() {
        return db().select(REVERSE_NAME.NAME)
                .from(REVERSE_NAME)
                .orderBy(REVERSE_NAME.ADDRESS)
                .fetch(REVERSE_NAME.NAME);
    }

    long declared(String address, String name) {
        assertThat(declare("erin", LIST, address, name)).hasStatus(302);
        return db().fetchSingle(REVERSE_NAME, REVERSE_NAME.NAME.eq(name)).get(REVERSE_NAME.ID);
    }
}
