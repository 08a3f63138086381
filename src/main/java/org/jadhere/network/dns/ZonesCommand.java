package org.jadhere.network.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.DatabaseCommand;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the zone files for a name server; each file is replaced atomically, so that it is never read half written. */
@Command(name = "zones", description = "Write each reverse zone to a file in a folder, for a name server.")
public class ZonesCommand extends DatabaseCommand {

    @Parameters(
            paramLabel = "FOLDER",
            description = "An existing folder; files are named like 2.0.192.in-addr.arpa.zone.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    protected void run(ApplicationContext application) {
        var zones = application.getBean(Zones.class);
        if (!zones.areEnabled()) {
            throw new CommandException(
                    "zones are switched off: an administrator switches them on at /admin/publishing");
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandException("no such folder: " + folder);
        }
        var out = new PrintStream(System.out, true, UTF_8);
        for (ZoneFile file : zones.files()) {
            out.println(write(file));
        }
    }

    private String write(ZoneFile file) {
        Path path = folder.resolve(file.zone().fileName());
        try {
            replace(path, file.text());
        } catch (IOException e) {
            throw new CommandException("cannot write " + path + ": " + e.getMessage());
        }
        return "%s: serial %d, names: %d, delegations: %d"
                .formatted(path, file.serial(), file.zone().names(), file.zone().delegations());
    }

    /** Readable by all, since the name server runs as another user. */
    private void replace(Path path, String text) throws IOException {
        Path temporary = Files.createTempFile(folder, ".zone", ".part");
        try {
            Files.writeString(temporary, text);
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
