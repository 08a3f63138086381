package org.jadhere.db;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.interceptor.MatchAlwaysTransactionAttributeSource;
import org.springframework.transaction.interceptor.RuleBasedTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Around what {@link MayLag} marks: asks the standby, in a transaction that only reads, and the primary where that
 * fails. What has already handed rows to its caller, as exports do, cannot be begun anew, and fails.
 */
final class StandbyReads implements MethodInterceptor {

    private final ObjectProvider<Standby> standby;
    private final TransactionInterceptor transaction;

    /** The standby and the transactions are looked up when first needed: advice is made before what it is given to. */
    StandbyReads(ObjectProvider<Standby> standby, BeanFactory beans) {
        this.standby = standby;
        this.transaction = new TransactionInterceptor();
        transaction.setTransactionAttributeSource(alwaysReadOnly());
        transaction.setBeanFactory(beans);
    }

    private static TransactionAttributeSource alwaysReadOnly() {
        var attribute = new RuleBasedTransactionAttribute();
        attribute.setReadOnly(true);
        var always = new MatchAlwaysTransactionAttributeSource();
        always.setTransactionAttribute(attribute);
        return always;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var server = standby.getObject();
        if (TransactionSynchronizationManager.isActualTransactionActive() || !server.isWelcome()) {
            return call.proceed();
        }
        var again = ((ProxyMethodInvocation) call).invocableClone();
        try {
            return Standby.asked(() -> transaction.invoke(call));
        } catch (DataAccessException | TransactionException e) {
            server.leave(e);
            if (call.getMethod().getReturnType() == void.class) {
                throw e;
            }
            return again.proceed();
        }
    }
}
