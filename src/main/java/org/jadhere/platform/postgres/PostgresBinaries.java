package org.jadhere.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's executables, unpacked once from the archive on the class path into a folder. */
final class PostgresBinaries {

    private final Path folder;
    private final Path bin;

    private PostgresBinaries(Path folder, Path bin) {
        this.folder = folder;
        this.bin = bin;
    }

    /** Unpacks the executables if the folder lacks them. Callers hold a lock, since an incomplete copy is deleted. */
    static PostgresBinaries in(Path folder) throws IOException {
        String archive = archive();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new IOException(
                        "no embedded PostgreSQL for this system (%s): set jadhere.database.url to a server of yours"
                                .formatted(archive));
            }
            Path target = folder.resolve("postgres-" + version());
            if (!Files.exists(target)) {
                Path incomplete = folder.resolve("unpacking");
                delete(incomplete);
                extract(in, incomplete);
                Files.move(incomplete, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(folder, target.resolve("bin"));
        }
    }

    private static String archive() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return "/postgres-" + system + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    /** The version in the name of the JAR that contains the archive. */
    private static String version() {
        String url = String.valueOf(PostgresBinaries.class.getResource(archive()));
        return url.replaceAll(".*-(\\d+(\\.\\d+)*)\\.jar.*", "$1").replaceAll(".*/", "");
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
            throw new IOException("the archive has an entry outside its folder: " + entry.getName());
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

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Runs an executable and waits for its end. Its output goes to the file {@code PROGRAM.log} in the folder. */
    void run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (userId().equals(0)) {
            // PostgreSQL refuses to run as root; in a new user namespace it runs as an unprivileged user.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        Path log = folder.resolve(program + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C");
        int status = waitFor(builder.start(), program, log);
        if (status != 0) {
            String output = Files.readString(log).strip();
            throw new IOException("%s failed: %s (see %s and server.log beside it)"
                    .formatted(program, output.substring(output.lastIndexOf('\n') + 1), log));
        }
    }

    private static int waitFor(Process process, String program, Path log) throws IOException {
        try {
            if (process.waitFor(320, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IOException(program + " did not finish; see " + log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The numeric user id of this process, since a container may have no name for it. */
    static Object userId() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }
}
