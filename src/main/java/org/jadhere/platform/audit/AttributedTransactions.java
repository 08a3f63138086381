package org.jadhere.platform.audit;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Declares the author to the database at the start of each transaction that may write. If that fails (a broken
 * connection), the transaction does not begin and its connection is released. A failing
 * {@code TransactionExecutionListener} would leave the connection bound to the thread, in a transaction that never ends.
 */
@Component("transactionManager")
public class AttributedTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient Attribution attribution;

    public AttributedTransactions(DataSource database, Attribution attribution) {
        super(database);
        this.attribution = attribution;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            if (!definition.isReadOnly()) {
                Author.current().ifPresent(attribution::declare);
            }
        } catch (RuntimeException | Error e) {
            doCleanupAfterCompletion(transaction);
            throw e;
        }
    }
}
