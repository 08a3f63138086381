package org.jadhere.network.sightings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
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

/** Compares what routers saw with what was allocated. */
@Command(
        name = "seen",
        description =
                "Take a table of a router (leases, ARP or ND, routes) and tell where it and the allocations differ.")
public class SeenCommand extends DatabaseCommand {

    // As long as what was seen is surely kept: three months, where February is one of them.
    private static final int LONGEST_SILENCE = 89;

    @Parameters(
            paramLabel = "FILE",
            description = "CSV with a header line; - is the standard input. Columns: address (or ip, prefix, network, "
                    + "destination, route); if there are any, kind (lease, neighbour, route), seen (or at, last_seen), "
                    + "source (or router, interface). Others do not matter.")
    private String file = "";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When it was seen, where a line does not say, like 2026-03-03T14:05+01:00 (default: now).")
    private @Nullable String at;

    @Option(
            names = "--silent-days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description =
                    "Without a sign for so long, 1 to 89, what is allocated is silent (default: ${DEFAULT-VALUE}).")
    private int silentDays = 30;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private SightingFormat format = SightingFormat.TABLE;

    @Override
    protected void prepare() {
        if (silentDays < 1 || silentDays > LONGEST_SILENCE) {
            throw new CommandException(
                    "--silent-days is 1 to %d: what was seen is not kept for longer".formatted(LONGEST_SILENCE));
        }
    }

    @Override
    protected void run(ApplicationContext application) throws IOException {
        boolean standard = file.equals("-");
        String name = standard ? "standard input" : file;
        var order = new SightingImport.Order(name, instant(application.getBean(Clock.class)), silentDays);
        SightingImportReport heard;
        try (InputStream in = standard ? System.in : open()) {
            heard = application.getBean(SightingImport.class).take(in, order);
        }
        Writer out = new OutputStreamWriter(System.out, UTF_8);
        format.write(heard, silentDays, application.getBean(SightingFindings.class), out);
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
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
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
        throw new CommandException("that instant is yet to come: " + at);
    }
}
