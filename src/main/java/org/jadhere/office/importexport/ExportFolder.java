package org.jadhere.office.importexport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jadhere.platform.cli.CommandException;

/**
 * Where an export goes: personal data and hashes of passwords, so for the owner's eyes alone. Files are written
 * beside the final ones, and take their place at the end; without it, closing takes them away.
 */
final class ExportFolder implements AutoCloseable {

    private static final String DRAFT = ".new";
    private static final FileAttribute<?> OWNER_FOLDER = permissions("rwx------");
    private static final FileAttribute<?> OWNER_FILE = permissions("rw-------");

    private final Path path;
    private final List<String> written = new ArrayList<>();

    ExportFolder(Path path) throws IOException {
        this.path = path;
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            demandOurs();
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } else {
            Files.createDirectories(path, OWNER_FOLDER);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    /** Drafts that a killed export left behind are ours as well. */
    private void demandOurs() throws IOException {
        if (!Files.isDirectory(path)) {
            throw new CommandException(path + " is not a folder");
        }
        try (var files = Files.list(path)) {
            var other = files.map(file -> file.getFileName().toString())
                    .filter(name -> CsvTable.named(withoutDraft(name)).isEmpty())
                    .sorted()
                    .findFirst();
            if (other.isPresent()) {
                throw new CommandException(
                        "%s holds something else (%s): export to a folder of its own".formatted(path, other.get()));
            }
        }
    }

    private static String withoutDraft(String name) {
        return name.endsWith(DRAFT) ? name.substring(0, name.length() - DRAFT.length()) : name;
    }

    OutputStream create(String name) throws IOException {
        Path draft = path.resolve(name + DRAFT);
        Files.deleteIfExists(draft);
        written.add(name);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Channels.newOutputStream(Files.newByteChannel(draft, options, OWNER_FILE));
    }

    void publish() throws IOException {
        for (String name : written) {
            Files.move(path.resolve(name + DRAFT), path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        written.clear();
    }

    @Override
    public void close() throws IOException {
        for (String name : written) {
            Files.deleteIfExists(path.resolve(name + DRAFT));
        }
    }
}
