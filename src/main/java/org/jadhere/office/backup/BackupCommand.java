package org.jadhere.office.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jadhere.office.backup.Backup.Done;
import org.jadhere.office.backup.Backup.Order;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.cli.TerminalProgress;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All data in one file, by one command. The schema is left as it is, so that an update can be backed up before. */
@Command(
        name = "backup",
        description = "Write all data of this moment into one file, and prove that it can be restored.")
public class BackupCommand extends DatabaseCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Another folder than that of the settings; nothing that is there is deleted.")
    private @Nullable Path to;

    @Option(names = "--no-verify", description = "Do not try it; older backups are kept, then.")
    private boolean unverified;

    @Option(names = "--list", description = "Only show which backups there are.")
    private boolean list;

    @Override
    protected Map<String, Object> settings() {
        Map<String, Object> settings = super.settings();
        settings.put(DatabaseSettings.AS_IS, true);
        return settings;
    }

    @Override
    protected void run(ApplicationContext application) throws IOException {
        var backup = application.getBean(Backup.class);
        if (list) {
            print(to == null ? backup.folder() : to);
            return;
        }
        long started = System.nanoTime();
        Done done;
        try (var progress = new TerminalProgress(System.err)) {
            String program = spec.root().version()[0];
            done = backup.write(new Order(Optional.ofNullable(to), !unverified, program), progress);
        }
        print(done, Duration.ofNanos(System.nanoTime() - started));
    }

    private static void print(Done done, Duration duration) {
        var holding = done.manifest().holding();
        System.out.printf(
                "%s: %,d rows of %d tables%s, %s, in %d s, %s%n",
                done.file(),
                holding.rows(),
                holding.tables().size(),
                holding.media().isEmpty()
                        ? ""
                        : ", %,d files".formatted(holding.media().size()),
                size(done.bytes()),
                duration.toSeconds(),
                done.verified() ? "verified" : "NOT verified");
        done.expired().forEach(name -> System.out.println("Deleted, by jadhere.backup.keep: " + name));
    }

    private static void print(Path folder) throws IOException {
        var names = BackupFolder.list(folder);
        if (names.isEmpty()) {
            System.out.println("No backups in " + folder);
            return;
        }
        System.out.printf("%-20s  %9s  %-9s  %s%n", "MOMENT (UTC)", "SIZE", "ENCRYPTED", "FILE");
        for (ArchiveName name : names) {
            Path file = folder.resolve(name.toString());
            String cipher = name.ending().isEmpty() ? "no" : name.ending().substring(1);
            System.out.printf("%-20s  %9s  %-9s  %s%n", name.takenAt(), size(Files.size(file)), cipher, file);
        }
    }

    static String size(long bytes) {
        return bytes < 1_000_000 ? "%,d kB".formatted((bytes + 999) / 1000) : "%,.1f MB".formatted(bytes / 1e6);
    }
}
