package org.jadhere.office.demo;

import static org.jadhere.platform.db.Tables.ASSOCIATION;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The details of a fictional association, with the example account number of French banks. */
@Component
class DemoAssociation {

    private final DSLContext db;
    private final DemoRequests requests;

    DemoAssociation(DSLContext db, DemoRequests requests) {
        this.db = db;
        this.requests = requests;
    }

    /** Adds requests to join; service types must exist. */
    void addRequests() {
        requests.write();
    }

    /** Updates the only row of the table. */
    void write() {
        db.update(ASSOCIATION)
                .set(ASSOCIATION.NAME, "Association de démonstration")
                .set(ASSOCIATION.ADDRESS, "12 rue de l’Exemple\n31000 Toulouse")
                .set(ASSOCIATION.EMAIL, "contact@demonstration.example")
                .set(ASSOCIATION.WEBSITE, "https://demonstration.example")
                .set(ASSOCIATION.REGISTRATION, "RNA W310000000")
                .set(ASSOCIATION.BANK_HOLDER, "Association de démonstration")
                .set(ASSOCIATION.IBAN, "FR7630006000011234567890189")
                .set(ASSOCIATION.BIC, "AGRIFRPP")
                .execute();
    }
}
