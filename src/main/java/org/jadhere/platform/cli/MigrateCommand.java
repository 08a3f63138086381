package org.jadhere.platform.cli;

import java.util.Map;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jadhere.platform.postgres.Migrations;
import org.jadhere.platform.postgres.Migrator;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the pending migrations, or lists them. */
@Command(name = "migrate", description = "Migrate the database to the version of this program.")
public class MigrateCommand extends DatabaseCommand {

    @Option(names = "--plan", description = "Only list the pending migrations, and which of them cannot be undone.")
    private boolean plan;

    @Option(names = "--accept-irreversible", description = "Also run migrations that cannot be undone.")
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
            migrations.requireKnownVersion();
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
                        .loss()
                        .map(what -> ": CANNOT BE UNDONE, loses " + what)
                        .orElse("")));
    }
}
