package org.jadhere.office.joining;

import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.csrf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.support.Mailbox;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The form to join with a service type and two consents, filled in by Zoé. */
abstract class JoinFixture {

    @Autowired
    JoinMails joinMails;

    long charter;
    long newsletter;

    @BeforeEach
    void anOfferedTypeAndTwoConsents() {
        db().update(SERVICE_TYPE)
                .set(SERVICE_TYPE.OFFERED, true)
                .where(SERVICE_TYPE.ID.eq(cast().toulouse))
                .execute();
        charter = given().consent("J’accepte la charte.", "I accept the charter.");
        newsletter = given().consent("Écrivez-moi.", "Write to me.", with(CONSENT.REQUIRED, false));
    }

    Mailbox mailbox(String email) {
        return new Mailbox(db(), email);
    }

    Map<String, String> zoe() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "person");
        fields.put("first-name", "Zoé");
        fields.put("last-name", "Lefèvre");
        fields.put("email", "zoe@example.org");
        fields.put("phone", "05 61 00 00 00");
        fields.put("address", "12 rue du Gué\r\n31000 Toulouse");
        fields.put("message", "<b>Bonjour</b> ' \" {0}");
        fields.put("consent-" + charter, "yes");
        fields.put("type-" + cast().toulouse, "yes");
        return fields;
    }

    static Map<String, String> but(Map<String, String> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    MvcTestResult post(String path, Map<String, String> fields) {
        var request = browser().post().uri(path).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    MvcTestResult get(String path) {
        return browser().get().uri(path).exchange();
    }

    Record only() {
        return db().fetchSingle(JOIN_REQUEST);
    }

    String linkFor(String email) {
        joinMails.run();
        return mailbox(email).path();
    }
}
