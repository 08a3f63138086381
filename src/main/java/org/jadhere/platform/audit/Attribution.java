package org.jadhere.platform.audit;

import static org.jadhere.platform.db.Pg.setLocally;

import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Declares to the database who acts, for the current transaction. The triggers of the history read it. */
@Component
public class Attribution {

    private final ObjectProvider<DSLContext> db;

    Attribution(ObjectProvider<DSLContext> db) {
        this.db = db;
    }

    void declare(Author author) {
        db.getObject()
                .select(
                        setLocally("jadhere.actor_id", Objects.toString(author.userId(), null)),
                        setLocally("jadhere.actor", author.name()),
                        setLocally("jadhere.door", author.door().word()))
                .fetch();
    }

    /**
     * Declares that this transaction acts for the bank crew, which is needed to change validated rows. The database still
     * checks the author's permissions (see bank_act in the schema).
     */
    public void declareBankAct() {
        db.getObject().select(setLocally("jadhere.bank_act", "on")).fetch();
    }

    /** Declares a reason, which the history stores with each later write of this transaction. */
    public void declareReason(String reason) {
        db.getObject().select(setLocally("jadhere.reason", reason)).fetch();
    }
}
