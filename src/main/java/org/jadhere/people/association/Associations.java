package org.jadhere.people.association;

import static org.jadhere.platform.db.Tables.ASSOCIATION;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads the association; an instance has exactly one. */
@Component
public class Associations {

    private final DSLContext db;

    Associations(DSLContext db) {
        this.db = db;
    }

    public Association current() {
        return db.selectFrom(ASSOCIATION).fetchSingle(Associations::toAssociation);
    }

    private static Association toAssociation(Record row) {
        return new Association(
                row.get(ASSOCIATION.NAME),
                row.get(ASSOCIATION.ADDRESS),
                row.get(ASSOCIATION.EMAIL),
                row.get(ASSOCIATION.WEBSITE),
                row.get(ASSOCIATION.REGISTRATION),
                new Association.Bank(
                        row.get(ASSOCIATION.BANK_HOLDER), row.get(ASSOCIATION.IBAN), row.get(ASSOCIATION.BIC)),
                row.get(ASSOCIATION.LOGIN_BY_LINK),
                row.get(ASSOCIATION.STAFF_SECOND_FACTOR),
                List.of(row.get(ASSOCIATION.REMIND_ON)));
    }
}
