package org.jadhere.platform.audit;

import static org.jadhere.platform.db.Pg.setLocally;

import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the database who acts; the history's triggers read it. */
@Component
public class Attribution {

    private final ObjectProvider<DSLContext> db;

    Attribution(ObjectProvider<DSLContext> db) {
        this.db = db;
    }

    /** For the transaction that has begun on this thread. */
    void tell(Author author) {
        db.getObject()
                .select(
                        setLocally("jadhere.actor_id", Objects.toString(author.userId(), null)),
                        setLocally("jadhere.actor", author.name()),
                        setLocally("jadhere.door", author.door().word()))
                .fetch();
    }

    /**
     * Declares that this transaction acts for the bank crew; without it, what is validated cannot be touched.
     * The database still asks whether the author may (see bank_act in the schema).
     */
    public void declareBankAct() {
        db.getObject().select(setLocally("jadhere.bank_act", "on")).fetch();
    }

    /** Why: the history keeps it with all that this transaction writes from here on. */
    public void declareReason(String reason) {
        db.getObject().select(setLocally("jadhere.reason", reason)).fetch();
    }
}
