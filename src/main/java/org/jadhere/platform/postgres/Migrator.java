package org.jadhere.platform.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Flyway for the instance's database. Each is made where it is asked for: a server whose schema is the program's needs none,
 * and is spared a thousand classes.
 */
@Component
public class Migrator {

    /** A migration whose program was stopped ends with it; PostgreSQL would go on, and hold the database against going back. */
    private static final String END_WITH_THE_PROGRAM = "set client_connection_check_interval = '1s'";

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
                .initSql(END_WITH_THE_PROGRAM)
                .load();
    }

    public Migrations migrations() {
        return Migrations.of(flyway());
    }
}
