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
 * Binds a connection of the standby to the thread around methods annotated with {@link StandbyRead}, and repeats the call
 * on the primary if that fails. A method that has already passed rows to its caller, as exports do, cannot be repeated
 * and fails. Calls within a transaction are not redirected.
 */
final class StandbyReadInterceptor implements MethodInterceptor {

    private final ObjectProvider<Standby> standby;
    private final ObjectProvider<DataSource> primary;

    /** Both are resolved on first use, since Spring creates advice before the beans that it applies to. */
    StandbyReadInterceptor(ObjectProvider<Standby> standby, ObjectProvider<DataSource> primary) {
        this.standby = standby;
        this.primary = primary;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var server = standby.getObject();
        var source = primary.getObject();
        if (TransactionSynchronizationManager.hasResource(source) || !server.isUsable()) {
            return call.proceed();
        }
        var connection = server.connection();
        return connection.isEmpty() ? call.proceed() : onStandby(server, connection.get(), source, call);
    }

    private static @Nullable Object onStandby(
            Standby server, Connection connection, DataSource source, MethodInvocation call) throws Throwable {
        var retry = ((ProxyMethodInvocation) call).invocableClone();
        try (connection) {
            return proceedWith(connection, source, call);
        } catch (DataAccessException | TransactionException e) {
            server.failed(e);
            if (call.getMethod().getReturnType() == void.class) {
                throw e;
            }
        }
        return retry.proceed();
    }

    /** Binds the connection as Spring does for a transaction, so that transactions within the call use it too. */
    private static @Nullable Object proceedWith(Connection connection, DataSource source, MethodInvocation call)
            throws Throwable {
        TransactionSynchronizationManager.bindResource(source, new ConnectionHolder(connection));
        try {
            return call.proceed();
        } finally {
            TransactionSynchronizationManager.unbindResource(source);
        }
    }
}
