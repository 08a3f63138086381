package org.jadhere.money.common;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jadhere.platform.db.Money;

/** Rows and forms that the tests of the validation pages share. */
final class ValidationScene {

    static final String QUEUE = "/admin/payments/validation";

    private ValidationScene() {}

    /** Adds payments to a new service of Alice. */
    static List<Long> payments(int count, String amount) {
        long service = given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(given().payment(service, with(PAYMENT.AMOUNT, Money.parse(amount))));
        }
        return ids;
    }

    static String chosen(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static Map<String, String> confirmation(List<Long> ids, String total) {
        return Map.of(
                "act", "confirm",
                "chosen", chosen(ids),
                "items", String.valueOf(ids.size()),
                "total", total,
                "once", UUID.randomUUID().toString());
    }

    static int validated() {
        return db().fetchCount(PAYMENT, PAYMENT.VALIDATED.isTrue());
    }
}
