package org.jadhere.attribution;

import static org.jadhere.db.Pg.setLocally;

import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells the database, at the start of each transaction that may write, who acts; the history's triggers read it. */
@Component
public class Attribution implements TransactionExecutionListener {

    private final ObjectProvider<DSLContext> db;

    Attribution(ObjectProvider<DSLContext> db) {
        this.db = db;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && !transaction.isReadOnly()) {
            Author.current().ifPresent(this::tell);
        }
    }

    private void tell(Author author) {
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
