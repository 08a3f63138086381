package org.jadhere.network.sightings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.DatabaseCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the addresses that routers saw with the allocations. */
@Command(
        name = "seen",
        description =
                "Import a table of a router (leases, ARP or ND, routes) and print where it differs from the allocations.")
public class SeenCommand extends DatabaseCommand {

    // Sightings are kept for three months, which are at least 89 days.
    private static final int MAX_SILENT_DAYS = 89;

    @Parameters(
            paramLabel = "FILE",
            description = "CSV with a header line; - is the standard input. Columns: address (or ip, prefix, network, "
                    + "destination, route); if there are any, kind (lease, neighbour, route), seen (or at, last_seen), "
                    + "source (or router, interface). Others are ignored.")
    private String file = "";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The time of lines without one, like 2026-03-03T14:05+01:00 (default: now).")
    private @Nullable String at;

    @Option(
            names = "--silent-days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description =
                    "Days without a sighting, 1 to 89, after which an allocation is silent (default: ${DEFAULT-VALUE}).")
    private int silentDays = 30;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private SightingFormat format = SightingFormat.TABLE;

    @Override
    protected void prepare() {
        if (silentDays < 1 || silentDays > MAX_SILENT_DAYS) {
            throw new CommandException(
                    "--silent-days must be 1 to %d: sightings are not kept for longer".formatted(MAX_SILENT_DAYS));
        }
    }

    @Override
    protected void run(ApplicationContext application) throws IOException {
        boolean isStandardInput = file.equals("-");
        String name = isStandardInput ? "standard input" : file;
        var options = new SightingImport.Options(name, instant(application.getBean(Clock.class)), silentDays);
        SightingImportReport report;
        try (InputStream in = isStandardInput ? System.in : open()) {
            report = application.getBean(SightingImport.class).run(in, options);
        }
        Writer out = new OutputStreamWriter(System.out, UTF_8);
        format.write(report, silentDays, application.getBean(SightingFindings.class), out);
        out.flush();
        if (System.out.checkError()) {
            throw new CommandException("the findings could not be written");
        }
    }

    private InputStream open() {
        try {
            Path path = Path.of(file);
            if (Files.isRegularFile(path) || Files.exists(path) && !Files.isDirectory(path)) {
                return Files.newInputStream(path);
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw new CommandException(file + " cannot be read: " + unreadable.getMessage());
        }
        throw new CommandException(file + " is not a file that can be read");
    }

    private @Nullable Instant instant(Clock clock) {
        if (at == null) {
            return null;
        }
        try {
            Instant read = SightingTime.read(at.strip());
            if (!read.isAfter(clock.instant())) {
                return read;
            }
        } catch (IllegalArgumentException wrong) {
            throw new CommandException(String.valueOf(wrong.getMessage()));
        }
        throw new CommandException("the instant is in the future: " + at);
    }
}
