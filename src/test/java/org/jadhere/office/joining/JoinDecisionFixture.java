package org.jadhere.office.joining;

import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.support.Mailbox;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Zoé has asked to join and confirmed it; crews decide. */
abstract class JoinDecisionFixture {

    long request;

    @BeforeEach
    void zoeHasConfirmedARequest() {
        request = given().joinRequest(
                        "zoe@example.org",
                        with(JOIN_REQUEST.FIRST_NAME, "Zoé"),
                        with(JOIN_REQUEST.LAST_NAME, "Lefèvre"),
                        with(JOIN_REQUEST.PHONE, "05 61 00 00 00"),
                        with(JOIN_REQUEST.ADDRESS, "12 rue du Gué"),
                        with(JOIN_REQUEST.LANGUAGE, "en"));
    }

    static Map<String, String> fee() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", "20");
        fields.put("method", "transfer");
        fields.put("from", "2026-01-01");
        fields.put("to", "2026-12-31");
        fields.put("welcome", "Bienvenue <à> toi !");
        return fields;
    }

    MvcTestResult accept(String username, Map<String, String> fields) {
        return as(username).post("/admin/requests/" + request + "/acceptance", fields);
    }

    MvcTestResult refuse(String username, String reason) {
        return as(username).post("/admin/requests/" + request + "/refusal", Map.of("reason", reason));
    }

    Record joinRequest() {
        return db().fetchSingle(JOIN_REQUEST, JOIN_REQUEST.ID.eq(request));
    }

    Mailbox mailbox() {
        return new Mailbox(db(), "zoe@example.org");
    }
}
