package org.jadhere.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server at work in a folder, by what it wrote to postmaster.pid: on line 1 its process, on line 4 its port, on
 * line 8 whether it answers.
 */
record PostmasterFile(long process, int port, boolean ready) {

    private static final String NO_PROCESS = String.valueOf(Integer.MAX_VALUE);

    static Optional<PostmasterFile> in(Path folder) throws IOException {
        List<String> lines = lines(file(folder));
        return lines.isEmpty() || !runs(folder, lines.getFirst())
                ? Optional.empty()
                : Optional.of(new PostmasterFile(
                        Long.parseLong(lines.getFirst()),
                        lines.size() < 4 ? 0 : Integer.parseInt(lines.get(3).strip()),
                        lines.size() >= 8 && lines.get(7).startsWith("ready")));
    }

    /**
     * After a crash, PostgreSQL takes any live process or thread of the number it left for the server, and refuses to
     * start; in a container, where numbers repeat, that is often this very program. The other lines it still needs.
     */
    static void forgetDead(Path folder) throws IOException {
        var lines = new ArrayList<>(lines(file(folder)));
        if (!lines.isEmpty() && !runs(folder, lines.getFirst())) {
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

    /** A file left by a crash may name a process that is someone else's by now, even another PostgreSQL. */
    private static boolean runs(Path folder, String process) {
        return process.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(process))
                        .flatMap(found -> found.info().command())
                        .filter(command -> Path.of(command).startsWith(folder))
                        .isPresent();
    }
}
