package org.jadhere.office.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jadhere.office.backup.Backup.Options;
import org.jadhere.office.backup.Backup.Result;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.cli.TerminalProgress;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does not migrate the database, so that a backup can be made before an update. */
@Command(name = "backup", description = "Write all data to one file, and verify that it can be restored.")
public class BackupCommand extends DatabaseCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Another folder than that of the settings; no backup in it is deleted.")
    private @Nullable Path to;

    @Option(names = "--no-verify", description = "Do not verify the backup; older backups are kept then.")
    private boolean unverified;

    @Option(names = "--list", description = "Only list the backups.")
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
        Result result;
        try (var progress = new TerminalProgress(System.err)) {
            String program = spec.root().version()[0];
            result = backup.write(new Options(Optional.ofNullable(to), !unverified, program), progress);
        }
        print(result, Duration.ofNanos(System.nanoTime() - started));
    }

    private static void print(Result result, Duration duration) {
        var inventory = result.manifest().inventory();
        System.out.printf(
                "%s: %,d rows of %d tables%s, %s, in %d s, %s%n",
                result.file(),
                inventory.rows(),
                inventory.tables().size(),
                inventory.media().isEmpty()
                        ? ""
                        : ", %,d files".formatted(inventory.media().size()),
                size(result.bytes()),
                duration.toSeconds(),
                result.verified() ? "verified" : "NOT verified");
        result.expired().forEach(name -> System.out.println("Deleted, by jadhere.backup.keep: " + name));
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
