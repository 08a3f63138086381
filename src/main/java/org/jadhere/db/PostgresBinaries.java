package org.jadhere.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, from the archive on the class path to a folder, once. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/}, {@code lib/} and {@code share/}; unpacked there if it was not yet. */
    static Path unpack(Path folder) throws IOException {
        String archive = archive();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new IOException(
                        "no embedded PostgreSQL for this system (%s): set jadhere.database.url to a server of yours"
                                .formatted(archive));
            }
            Path target = folder.resolve("postgres-" + version());
            if (!Files.exists(target)) {
                Path draft =
                        folder.resolve("unpacking." + ProcessHandle.current().pid());
                extract(in, draft);
                publish(draft, target);
            }
            return target;
        }
    }

    private static String archive() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        return "/postgres-" + system + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    /** The version stands in the name of the jar that holds the archive. */
    private static String version() {
        String place = String.valueOf(PostgresBinaries.class.getResource(archive()));
        return place.replaceAll(".*-(\\d+(\\.\\d+)*)\\.jar.*", "$1").replaceAll(".*/", "");
    }

    private static void extract(InputStream in, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, folder);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("the archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            path.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
        }
    }

    private static void publish(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(target)) {
                throw e;
            }
            delete(draft); // another process was first
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
