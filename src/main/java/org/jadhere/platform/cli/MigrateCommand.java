package org.jadhere.platform.cli;

import java.util.Map;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jadhere.platform.postgres.Migrations;
import org.jadhere.platform.postgres.Migrator;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the database up to date with the program; or only says what that would do. */
@Command(name = "migrate", description = "Bring the database up to date with this program.")
public class MigrateCommand extends DatabaseCommand {

    @Option(names = "--plan", description = "Only say which migrations would be run, and which cannot be undone.")
    private boolean plan;

    @Option(names = "--accept-irreversible", description = "Run those that cannot be undone as well.")
    private boolean irreversibleAccepted;

    @Override
    protected Map<String, Object> settings() {
        Map<String, Object> settings = super.settings();
        settings.put(DatabaseSettings.AS_IS, true);
        return settings;
    }

    @Override
    protected void run(ApplicationContext application) {
        var migrations = application.getBean(Migrator.class).migrations();
        if (plan) {
            migrations.demandKnown();
            print(migrations);
        } else {
            migrations.run(irreversibleAccepted);
            System.out.println("The database is at version "
                    + migrations.current().map(Object::toString).orElse("none") + ".");
        }
    }

    private static void print(Migrations migrations) {
        var pending = migrations.pending();
        if (pending.isEmpty()) {
            System.out.println("Nothing to run: the database is up to date.");
        }
        pending.forEach(migration -> System.out.println(migration.version() + " " + migration.description()
                + migration
                        .lost()
                        .map(what -> ": CANNOT BE UNDONE, loses " + what)
                        .orElse("")));
    }
}
