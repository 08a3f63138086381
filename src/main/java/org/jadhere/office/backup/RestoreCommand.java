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

/** Brings back what {@code jadhere backup} wrote, by one command: all of it, or nothing. */
@Command(name = "restore", description = "Bring a backup back: all of it, or nothing if a byte of it is wrong.")
public class RestoreCommand extends DatabaseCommand {

    @Parameters(
            paramLabel = "FILE",
            description = "What 'jadhere backup' wrote, encrypted or not; - is standard input.")
    private String file = "-";

    @Option(
            names = "--identity",
            paramLabel = "KEYFILE",
            description = "The file of the key, for one encrypted with age.")
    private @Nullable Path identity;

    @Option(names = "--replace", description = "Take the place of the data that are there, which are lost.")
    private boolean replace;

    @Option(names = "--yes", description = "Do not ask.")
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
            manifest = application.getBean(Restoration.class).of(in, identity, this::demandConsent, progress);
        }
        System.out.printf(
                "Restored the data of %s: %,d rows of %d tables, in %d s.%n",
                manifest.takenAt(),
                manifest.holding().rows(),
                manifest.holding().tables().size(),
                Duration.ofNanos(System.nanoTime() - started).toSeconds());
        System.out.println(
                "What was written after that moment is missing, its history as well; that this was restored is on record. "
                        + "Letters that waited then are sent once the server runs; everybody logs in anew.");
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

    private void demandConsent(String loss, Manifest manifest) {
        if (!replace) {
            throw new CommandException("the instance holds data (%s): --replace takes their place".formatted(loss));
        }
        System.out.printf(
                "Lost: %s.%nInstead: the data of %s, %,d rows.%n",
                loss, manifest.takenAt(), manifest.holding().rows());
        if (yes) {
            return;
        }
        var console = System.console();
        if (file.equals("-") || console == null || !console.isTerminal()) {
            throw new CommandException("nobody is there to be asked: --yes says that it is meant");
        }
        if (!"yes".equals(console.readLine("Type yes to go on: "))) {
            throw new CommandException("nothing was changed");
        }
    }
}
