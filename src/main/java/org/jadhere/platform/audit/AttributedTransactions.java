package org.jadhere.platform.audit;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions that may write begin by saying who acts. One whose author cannot be told (the connection broke at that
 * very moment) has not begun: its connection goes back. A {@code TransactionExecutionListener} that fails would leave it
 * with the thread, and whatever that thread did later would belong to a transaction that nobody ends.
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
                Author.current().ifPresent(attribution::tell);
            }
        } catch (RuntimeException | Error e) {
            doCleanupAfterCompletion(transaction);
            throw e;
        }
    }
}
