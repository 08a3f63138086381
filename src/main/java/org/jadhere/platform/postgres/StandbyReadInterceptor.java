package org.jadhere.platform.postgres;

import java.sql.Connection;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Around what {@link StandbyRead} marks: a connection of the standby takes the place of the primary's for this thread, and
 * the primary is asked where that fails. What has already handed rows to its caller, as exports do, cannot be begun
 * anew, and fails. Within a transaction nothing is turned aside.
 */
final class StandbyReadInterceptor implements MethodInterceptor {

    private final ObjectProvider<Standby> standby;
    private final ObjectProvider<DataSource> primary;

    /** Both are looked up when first needed: advice is made before what it is given to. */
    StandbyReadInterceptor(ObjectProvider<Standby> standby, ObjectProvider<DataSource> primary) {
        this.standby = standby;
        this.primary = primary;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var server = standby.getObject();
        var source = primary.getObject();
        if (TransactionSynchronizationManager.hasResource(source) || !server.isWelcome()) {
            return call.proceed();
        }
        var connection = server.connection();
        return connection.isEmpty() ? call.proceed() : there(server, connection.get(), source, call);
    }

    private static @Nullable Object there(
            Standby server, Connection connection, DataSource source, MethodInvocation call) throws Throwable {
        var again = ((ProxyMethodInvocation) call).invocableClone();
        try (connection) {
            return inPlaceOf(source, connection, call);
        } catch (DataAccessException | TransactionException e) {
            server.leave(e);
            if (call.getMethod().getReturnType() == void.class) {
                throw e;
            }
        }
        return again.proceed();
    }

    /** As Spring binds the connection of a transaction to its thread, so that transactions that begin here use it too. */
    private static @Nullable Object inPlaceOf(DataSource source, Connection connection, MethodInvocation call)
            throws Throwable {
        TransactionSynchronizationManager.bindResource(source, new ConnectionHolder(connection));
        try {
            return call.proceed();
        } finally {
            TransactionSynchronizationManager.unbindResource(source);
        }
    }
}
