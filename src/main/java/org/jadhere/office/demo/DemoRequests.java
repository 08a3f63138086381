package org.jadhere.office.demo;

import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the texts that applicants agree to, and some requests to join. */
@Component
class DemoRequests {

    private final DSLContext db;
    private final Clock clock;

    DemoRequests(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Runs in one transaction; service types must exist. */
    @Transactional
    public void write() {
        long statutes = addConsent("J’accepte les statuts et le règlement intérieur.", "I accept the statutes.", true);
        addConsent("Je veux bien recevoir la lettre d’information.", "I would like to get the newsletter.", false);
        addRequest("Camille", "Durand", "", DemoType.ABO_FIBRE, statutes, 2);
        addRequest("Noé", "Lefèvre", "Coopérative des Prés", DemoType.ABO_TOULOUSE, statutes, 26);
        addRequest("Inès", "Marchand", "", DemoType.VPN, statutes, 50);
    }

    private long addConsent(String french, String english, boolean required) {
        return db.insertInto(CONSENT)
                .set(CONSENT.TEXT_FR, french)
                .set(CONSENT.TEXT_EN, english)
                .set(CONSENT.REQUIRED, required)
                .returningResult(CONSENT.ID)
                .fetchSingle()
                .value1();
    }

    private void addRequest(
            String firstName, String lastName, String organisation, DemoType type, long consent, int hours) {
        Instant at = clock.instant().minus(Duration.ofHours(hours));
        long request = db.insertInto(JOIN_REQUEST)
                .set(JOIN_REQUEST.FIRST_NAME, firstName)
                .set(JOIN_REQUEST.LAST_NAME, lastName)
                .set(JOIN_REQUEST.ORGANISATION_NAME, organisation)
                .set(JOIN_REQUEST.EMAIL, DemoNames.plain(firstName) + "@exemple.example")
                .set(JOIN_REQUEST.ADDRESS, "4 place du Marché\n31000 Toulouse")
                .set(JOIN_REQUEST.MESSAGE, "J’ai entendu parler de vous par un voisin.")
                .set(JOIN_REQUEST.ASKED_AT, at)
                .set(JOIN_REQUEST.ANSWERED_BY_MAIL, true)
                .set(JOIN_REQUEST.CONFIRMED_AT, at)
                .returningResult(JOIN_REQUEST.ID)
                .fetchSingle()
                .value1();
        addDetails(request, type, consent);
    }

    private void addDetails(long request, DemoType type, long consent) {
        db.insertInto(JOIN_REQUEST_SERVICE, JOIN_REQUEST_SERVICE.REQUEST_ID, JOIN_REQUEST_SERVICE.TYPE_ID)
                .select(select(val(request), SERVICE_TYPE.ID)
                        .from(SERVICE_TYPE)
                        .where(SERVICE_TYPE.NAME.eq(type.title)))
                .execute();
        db.insertInto(JOIN_REQUEST_CONSENT)
                .set(JOIN_REQUEST_CONSENT.REQUEST_ID, request)
                .set(JOIN_REQUEST_CONSENT.CONSENT_ID, consent)
                .set(JOIN_REQUEST_CONSENT.TEXT, "J’accepte les statuts et le règlement intérieur.")
                .execute();
    }
}
