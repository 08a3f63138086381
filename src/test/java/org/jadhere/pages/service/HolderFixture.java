package org.jadhere.pages.service;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A service of Alice with a running payment, and Frank, who is number 2. */
abstract class HolderFixture {

    final LocalDate today = LocalDate.now(Texts.PARIS);

    long service;
    long franks;
    long payment;
    String page = "";

    @BeforeEach
    void aServiceThatAlicePays() {
        service = given().service(
                        cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "abo-1"));
        franks = given().membership(cast().frank);
        payment = given().payment(service, with(PAYMENT.NOTE, "secret de l'équipage"));
        page = "/admin/services/" + service;
    }

    MvcTestResult handOver(String who, LocalDate firstDay) {
        return as(who).post(page + "/handover", fields("member", "2", "first-day", firstDay.toString()));
    }

    MvcTestResult pause(String who, LocalDate lastDay) {
        return as(who).post(page + "/pause", fields("last-day", lastDay.toString()));
    }

    MvcTestResult restart(String who, String member, LocalDate firstDay) {
        return as(who).post(page + "/restart", fields("member", member, "first-day", firstDay.toString()));
    }

    /** With the payments that the page of an act would show as ending. */
    Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.put("ends-too", String.join(" ", running()));
        return fields;
    }

    private List<String> running() {
        return db().select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.VALIDATED.isFalse())
                .and(PAYMENT.ENDS_ON.isNull().or(PAYMENT.ENDS_ON.gt(today.plusDays(1))))
                .and(PAYMENT.HOLDING_ENDS_ON.isNull())
                .orderBy(PAYMENT.STARTS_ON.desc(), PAYMENT.ID.desc())
                .fetch(row -> String.valueOf(row.value1()));
    }

    /** Each holding as {@code member start end}, in order. */
    List<String> holdings() {
        return db().select(HOLDING.MEMBER_ID, HOLDING.STARTS_ON, HOLDING.ENDS_ON)
                .from(HOLDING)
                .where(HOLDING.SERVICE_ID.eq(service))
                .orderBy(HOLDING.STARTS_ON)
                .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3());
    }

    @Nullable
    LocalDate endOf(long paymentId) {
        return db().fetchSingle(PAYMENT, PAYMENT.ID.eq(paymentId)).get(PAYMENT.ENDS_ON);
    }
}
