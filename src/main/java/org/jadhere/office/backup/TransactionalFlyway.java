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
 * Flyway within a transaction that is not its own: what it begins, commits and closes is left to whoever owns the
 * connection, so that a schema is emptied, made anew and filled at one stroke, or not at all.
 */
final class TransactionalFlyway {

    private static final Set<String> OWNERS = Set.of("commit", "setAutoCommit", "close", "abort");

    private final Migrator migrator;
    private final SingleConnectionDataSource database;

    TransactionalFlyway(Connection connection, Migrator migrator) {
        this.migrator = migrator;
        this.database = new SingleConnectionDataSource(lent(connection), true);
    }

    private static Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean whole = method.getName().equals("rollback") && method.getParameterCount() == 0;
                    if (whole || OWNERS.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What the program knows, against what this database has seen. */
    Migrations migrations() {
        return Migrations.of(flyway(MigrationVersion.LATEST));
    }

    /** Takes away all tables, functions and types of the schema. */
    void empty() {
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
                .callbacks(new Settled())
                .load();
    }

    /** What a migration leaves to be checked at the end of its transaction is checked at its own end. */
    private static final class Settled extends BaseCallback {

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
