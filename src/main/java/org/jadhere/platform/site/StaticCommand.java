package org.jadhere.platform.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jadhere.platform.cli.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Writes the static files to a folder of the reverse proxy. Files of earlier versions are kept for {@link #RETENTION},
 * since open pages still request them. Other files in the folder are not touched.
 */
@Command(name = "static", description = "Write styles and scripts into a folder, for a web server to answer with.")
public class StaticCommand implements Runnable {

    static final Duration RETENTION = Duration.ofDays(90);

    private static final int MAX_DEPTH = 3; // guide/fr/me-….png
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Pattern OWN_FILE = Pattern.compile(".+-[0-9a-f]{16}\\.\\w+(\\.gz)?|\\.static.*\\.part");

    @Parameters(paramLabel = "DIR", description = "An existing folder, which is /static/ of the site.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public void run() {
        if (!Files.isDirectory(folder)) {
            throw new CommandException("no such folder: " + folder);
        }
        try {
            var now = Instant.now();
            int written = write(folder, now);
            int removed = deleteOlderThan(now.minus(RETENTION), folder);
            System.out.printf("%s: current files: %d, old files removed: %d%n", folder, written, removed);
        } catch (IOException e) {
            throw new CommandException("cannot write into " + folder + ": " + e);
        }
    }

    /** Sets the modification time of all current files to {@code now}, also of those that are up to date. */
    private static int write(Path folder, Instant now) throws IOException {
        for (Asset asset : Assets.all()) {
            Path path = folder.resolve(asset.fingerprinted());
            createFolder(Objects.requireNonNull(path.getParent()));
            replace(path, asset.content(), now);
            byte[] gzipped = asset.gzipped();
            if (gzipped != null) {
                replace(Path.of(path + ".gz"), gzipped, now);
            }
        }
        return Assets.all().size();
    }

    /** Creates a folder and its parents. The web server can read them regardless of the umask. */
    private static void createFolder(Path path) throws IOException {
        if (!Files.exists(path)) {
            createFolder(Objects.requireNonNull(path.getParent()));
            Files.createDirectory(path);
            Files.setPosixFilePermissions(path, FOLDER_MODE);
        }
    }

    /** Replaces a file atomically: a web server never reads a part of it. */
    private static void replace(Path path, byte[] content, Instant now) throws IOException {
        if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), content)) {
            Path temporary = Files.createTempFile(Objects.requireNonNull(path.getParent()), ".static", ".part");
            try {
                Files.write(temporary, content);
                Files.setPosixFilePermissions(temporary, FILE_MODE);
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
        Files.setPosixFilePermissions(path, FILE_MODE);
        Files.setLastModifiedTime(path, FileTime.from(now));
    }

    private static int deleteOlderThan(Instant instant, Path folder) throws IOException {
        List<Path> old = findOlderThan(instant, folder);
        for (Path path : old) {
            Files.deleteIfExists(path);
        }
        return old.size();
    }

    private static List<Path> findOlderThan(Instant instant, Path folder) throws IOException {
        var limit = FileTime.from(instant);
        try (var files = Files.find(
                folder,
                MAX_DEPTH,
                (path, attributes) -> attributes.isRegularFile()
                        && OWN_FILE.matcher(path.getFileName().toString()).matches()
                        && attributes.lastModifiedTime().compareTo(limit) < 0)) {
            return files.toList();
        }
    }
}
