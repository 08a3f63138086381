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
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path into a folder, and run there. */
final class PostgresBinaries {

    private final Path folder;
    private final Path bin;

    private PostgresBinaries(Path folder, Path bin) {
        this.folder = folder;
        this.bin = bin;
    }

    /** The programs in that folder. Only one process at a time may ask, since what was left half unpacked is deleted. */
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
                Path draft = folder.resolve("unpacking");
                delete(draft);
                extract(in, draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(folder, target.resolve("bin"));
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

    /** Runs one of them to its end; what it says goes to a file of its name in the folder. */
    void run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (userId().equals(0)) {
            // PostgreSQL refuses to run as root; in a user namespace it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        Path log = folder.resolve(program + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C");
        int status = finish(builder.start(), program, log);
        if (status != 0) {
            String said = Files.readString(log).strip();
            throw new IOException("%s failed: %s (see %s and server.log beside it)"
                    .formatted(program, said.substring(said.lastIndexOf('\n') + 1), log));
        }
    }

    private static int finish(Process process, String program, Path log) throws IOException {
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

    /** Whom the system takes this process for; a name may be missing, in a container above all. */
    static Object userId() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }
}
