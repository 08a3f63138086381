package org.jadhere.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of a running server, from its file postmaster.pid: line 1 is its process id, line 4 its port, line 8 its
 * status.
 */
record PostmasterFile(long process, int port, boolean ready) {

    private static final String NO_PROCESS = String.valueOf(Integer.MAX_VALUE);

    static Optional<PostmasterFile> in(Path folder) throws IOException {
        List<String> lines = lines(file(folder));
        return lines.isEmpty() || !isRunning(folder, lines.getFirst())
                ? Optional.empty()
                : Optional.of(new PostmasterFile(
                        Long.parseLong(lines.getFirst()),
                        lines.size() < 4 ? 0 : Integer.parseInt(lines.get(3).strip()),
                        lines.size() >= 8 && lines.get(7).startsWith("ready")));
    }

    /**
     * Overwrites the process id left by a crash. PostgreSQL refuses to start if any process or thread has that id, which
     * in a container, where ids repeat, is often this program. It still needs the other lines.
     */
    static void clearStaleProcess(Path folder) throws IOException {
        var lines = new ArrayList<>(lines(file(folder)));
        if (!lines.isEmpty() && !isRunning(folder, lines.getFirst())) {
            lines.set(0, NO_PROCESS);
            Files.write(file(folder), lines);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("data/postmaster.pid");
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Compares the executable: the process id left by a crash may now belong to any process, even another PostgreSQL. */
    private static boolean isRunning(Path folder, String process) {
        return process.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(process))
                        .flatMap(found -> found.info().command())
                        .filter(command -> Path.of(command).startsWith(folder))
                        .isPresent();
    }
}
