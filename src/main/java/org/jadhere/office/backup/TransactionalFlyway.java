package org.jadhere.office.backup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jadhere.platform.postgres.Migrations;
import org.jadhere.platform.postgres.Migrator;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Runs Flyway within the transaction of the caller, by ignoring its commits, rollbacks and closes. A schema is dropped,
 * migrated and filled in one transaction.
 */
final class TransactionalFlyway {

    private static final Set<String> IGNORED = Set.of("commit", "setAutoCommit", "close", "abort");

    private final Migrator migrator;
    private final SingleConnectionDataSource database;

    TransactionalFlyway(Connection connection, Migrator migrator) {
        this.migrator = migrator;
        this.database = new SingleConnectionDataSource(withoutCommit(connection), true);
    }

    private static Connection withoutCommit(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean fullRollback = method.getName().equals("rollback") && method.getParameterCount() == 0;
                    if (fullRollback || IGNORED.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Compares the migrations of the program with those of the database. */
    Migrations migrations() {
        return Migrations.of(flyway(MigrationVersion.LATEST));
    }

    /** Drops all tables, functions and types of the schema. */
    void clean() {
        flyway(MigrationVersion.LATEST).clean();
    }

    void migrate(MigrationVersion target) {
        flyway(target).migrate();
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .configuration(migrator.flyway().getConfiguration())
                .dataSource(database)
                .defaultSchema("public")
                .cleanDisabled(false)
                .target(target)
                .callbacks(new CheckConstraints())
                .load();
    }

    /** Checks deferred constraints after each migration instead of at the end of the transaction. */
    private static final class CheckConstraints extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            try (var statement = context.getConnection().createStatement()) {
                statement.execute("set constraints all immediate");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
