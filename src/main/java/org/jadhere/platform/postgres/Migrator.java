package org.jadhere.platform.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Creates Flyway for the instance's database on demand: a server with a current schema does not load its thousand classes.
 */
@Component
public class Migrator {

    /** Makes PostgreSQL abort a migration whose client has stopped; it would else continue and block a rollback. */
    private static final String ABORT_WITH_CLIENT = "set client_connection_check_interval = '1s'";

    private final DataSource database;
    private final DatabaseSettings settings;

    public Migrator(DataSource database, DatabaseSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    public Flyway flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations(settings.database().migrations().toArray(String[]::new))
                .initSql(ABORT_WITH_CLIENT)
                .load();
    }

    public Migrations migrations() {
        return Migrations.of(flyway());
    }
}
