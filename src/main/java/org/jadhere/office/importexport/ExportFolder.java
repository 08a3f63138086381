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
 * The folder of an export, readable by its owner only, since it contains personal data and password hashes. Files are
 * written under a temporary name and renamed by {@link #publish}; {@link #close} deletes those that were not.
 */
final class ExportFolder implements AutoCloseable {

    private static final String SUFFIX = ".new";
    private static final FileAttribute<?> OWNER_FOLDER = permissions("rwx------");
    private static final FileAttribute<?> OWNER_FILE = permissions("rw-------");

    private final Path path;
    private final List<String> written = new ArrayList<>();

    ExportFolder(Path path) throws IOException {
        this.path = path;
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            requireOnlyExports();
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } else {
            Files.createDirectories(path, OWNER_FOLDER);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    /** Accepts the temporary files of an export that was killed. */
    private void requireOnlyExports() throws IOException {
        if (!Files.isDirectory(path)) {
            throw new CommandException(path + " is not a folder");
        }
        try (var files = Files.list(path)) {
            var other = files.map(file -> file.getFileName().toString())
                    .filter(name -> CsvTable.ofFile(withoutSuffix(name)).isEmpty())
                    .sorted()
                    .findFirst();
            if (other.isPresent()) {
                throw new CommandException(
                        "%s contains other files (%s): export to a separate folder".formatted(path, other.get()));
            }
        }
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    OutputStream create(String name) throws IOException {
        Path file = path.resolve(name + SUFFIX);
        Files.deleteIfExists(file);
        written.add(name);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Channels.newOutputStream(Files.newByteChannel(file, options, OWNER_FILE));
    }

    void publish() throws IOException {
        for (String name : written) {
            Files.move(path.resolve(name + SUFFIX), path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        written.clear();
    }

    @Override
    public void close() throws IOException {
        for (String name : written) {
            Files.deleteIfExists(path.resolve(name + SUFFIX));
        }
    }
}
