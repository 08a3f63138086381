package org.jadhere.cli;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

/** Brings the database up to date with the program. */
@Command(name = "migrate", description = "Bring the database up to date with this program.")
public class MigrateCommand extends DatabaseCommand {

    @Override
    protected Map<String, Object> settings() {
        Map<String, Object> settings = super.settings();
        settings.put("jadhere.database.migrate", true);
        return settings;
    }

    @Override
    protected void run(ApplicationContext application) {
        var current = application.getBean(Flyway.class).info().current();
        System.out.println("The database is at version " + (current == null ? "none" : current.getVersion()) + ".");
    }
}
