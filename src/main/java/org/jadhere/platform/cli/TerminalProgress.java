package org.jadhere.platform.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows progress: on a terminal one line that is overwritten, else a new line every five seconds. */
public final class TerminalProgress implements ProgressListener, AutoCloseable {

    private static final long INTERVAL_NANOS = 5_000_000_000L;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private long lastPrinted = System.nanoTime();

    public TerminalProgress(PrintStream out) {
        this.out = out;
        this.terminal = isTerminal();
    }

    /** Java detects a terminal on standard input and output only, not on standard error. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void update(String step, long rows) {
        if (terminal) {
            out.print(CLEAR_LINE + step + (rows > 0 ? " %,d".formatted(rows) : "") + "…");
            out.flush();
        } else if (System.nanoTime() - lastPrinted > INTERVAL_NANOS) {
            lastPrinted = System.nanoTime();
            out.println(step + "…");
        }
    }

    @Override
    public void close() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
