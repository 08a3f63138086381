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
 * Writes what pages need for a web server that answers in the program's stead. Files of earlier versions stay for a
 * while: pages that are open still ask for them. Nothing that is no file of this kind is touched.
 */
@Command(name = "static", description = "Write styles and scripts into a folder, for a web server to answer with.")
public class StaticCommand implements Runnable {

    static final Duration KEPT = Duration.ofDays(90);

    private static final int DEEPEST = 3; // guide/fr/me-….png
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Pattern MADE_HERE = Pattern.compile(".+-[0-9a-f]{16}\\.\\w+(\\.gz)?|\\.static.*\\.part");

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
            int removed = forget(folder, now.minus(KEPT));
            System.out.printf("%s: current files: %d, old files removed: %d%n", folder, written, removed);
        } catch (IOException e) {
            throw new CommandException("cannot write into " + folder + ": " + e);
        }
    }

    /** Whatever is current is as of now, whether it had to be written or not. */
    private static int write(Path folder, Instant now) throws IOException {
        for (Asset asset : Assets.all()) {
            Path path = folder.resolve(asset.fingerprinted());
            open(Objects.requireNonNull(path.getParent()));
            replace(path, asset.content(), now);
            byte[] gzipped = asset.gzipped();
            if (gzipped != null) {
                replace(Path.of(path + ".gz"), gzipped, now);
            }
        }
        return Assets.all().size();
    }

    /** The folder that was given stays as it is; those below it are for a web server to read, whatever the umask. */
    private static void open(Path below) throws IOException {
        if (!Files.exists(below)) {
            open(Objects.requireNonNull(below.getParent()));
            Files.createDirectory(below);
            Files.setPosixFilePermissions(below, OPEN);
        }
    }

    /** A web server, which is somebody else, reads a file whole or finds none. */
    private static void replace(Path path, byte[] content, Instant now) throws IOException {
        if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), content)) {
            Path whole = Files.createTempFile(Objects.requireNonNull(path.getParent()), ".static", ".part");
            try {
                Files.write(whole, content);
                Files.setPosixFilePermissions(whole, READABLE);
                Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        }
        Files.setPosixFilePermissions(path, READABLE);
        Files.setLastModifiedTime(path, FileTime.from(now));
    }

    private static int forget(Path folder, Instant before) throws IOException {
        int removed = 0;
        for (Path path : old(folder, before)) {
            Files.deleteIfExists(path);
            removed++;
        }
        return removed;
    }

    private static List<Path> old(Path folder, Instant before) throws IOException {
        var limit = FileTime.from(before);
        try (var files = Files.find(
                folder,
                DEEPEST,
                (path, about) -> about.isRegularFile()
                        && MADE_HERE.matcher(path.getFileName().toString()).matches()
                        && about.lastModifiedTime().compareTo(limit) < 0)) {
            return files.toList();
        }
    }
}
