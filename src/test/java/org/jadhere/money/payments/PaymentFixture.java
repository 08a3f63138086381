package org.jadhere.money.payments;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A service of Alice, and the form of a monthly payment. */
abstract class PaymentFixture {

    long service;

    @BeforeEach
    void aServiceOfAlice() {
        service = given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember));
    }

    static Map<String, String> monthly(String amount) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("amount", amount);
        fields.put("months", "1");
        fields.put("method", "standing_order");
        fields.put("from", "2026-01-01");
        return fields;
    }
}
