package org.jadhere.platform.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One line that is written over on a terminal; in a pipe, a line every few seconds. */
public final class TerminalProgress implements ProgressListener, AutoCloseable {

    private static final long PATIENCE = 5_000_000_000L;
    private static final String CLEAR = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private long told = System.nanoTime();

    public TerminalProgress(PrintStream out) {
        this.out = out;
        this.terminal = isTerminal();
    }

    /** Java tells it of standard input and output only. */
    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void now(String act, long rows) {
        if (terminal) {
            out.print(CLEAR + act + (rows > 0 ? " %,d".formatted(rows) : "") + "…");
            out.flush();
        } else if (System.nanoTime() - told > PATIENCE) {
            told = System.nanoTime();
            out.println(act + "…");
        }
    }

    @Override
    public void close() {
        if (terminal) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
