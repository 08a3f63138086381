package org.jadhere.office.backup;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jadhere.platform.cli.TerminalProgress;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Restore a backup: all of it, or nothing if it is damaged.")
public class RestoreCommand extends DatabaseCommand {

    @Parameters(paramLabel = "FILE", description = "A file of 'jadhere backup', encrypted or not; - is standard input.")
    private String file = "-";

    @Option(
            names = "--identity",
            paramLabel = "KEYFILE",
            description = "The file of the private key, for a backup encrypted with age.")
    private @Nullable Path identity;

    @Option(names = "--replace", description = "Replace the existing data, which is lost.")
    private boolean replace;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Override
    protected Map<String, Object> settings() {
        Map<String, Object> settings = super.settings();
        settings.put(DatabaseSettings.AS_IS, true);
        return settings;
    }

    @Override
    protected void run(ApplicationContext application) throws IOException {
        long started = System.nanoTime();
        Manifest manifest;
        try (var progress = new TerminalProgress(System.err);
                var in = open()) {
            manifest = application.getBean(Restoration.class).restore(in, identity, this::confirm, progress);
        }
        System.out.printf(
                "Restored the data of %s: %,d rows of %d tables, in %d s.%n",
                manifest.takenAt(),
                manifest.inventory().rows(),
                manifest.inventory().tables().size(),
                Duration.ofNanos(System.nanoTime() - started).toSeconds());
        System.out.println("Changes after that time are lost, with their history. The restoration is recorded. "
                + "E-mails that were queued then are sent once the server runs. All users must log in again.");
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return System.in;
        }
        try {
            return new FileInputStream(file);
        } catch (FileNotFoundException e) {
            throw new CommandException("cannot be read: " + e.getMessage());
        }
    }

    private void confirm(String loss, Manifest manifest) {
        if (!replace) {
            throw new CommandException("the instance contains data (%s): use --replace to replace it".formatted(loss));
        }
        System.out.printf(
                "Lost: %s.%nRestored instead: the data of %s, %,d rows.%n",
                loss, manifest.takenAt(), manifest.inventory().rows());
        if (yes) {
            return;
        }
        var console = System.console();
        if (file.equals("-") || console == null || !console.isTerminal()) {
            throw new CommandException("there is no terminal to ask for confirmation: use --yes to confirm");
        }
        if (!"yes".equals(console.readLine("Type yes to go on: "))) {
            throw new CommandException("nothing was changed");
        }
    }
}
