package org.jadhere.platform.cli;

/** Receives the progress of a long operation. */
public interface ProgressListener {

    ProgressListener SILENT = (step, rows) -> {};

    /**
     * Called from time to time.
     *
     * @param step the current step, as shown to the user
     * @param rows the number of rows processed in this step; 0 at its start
     */
    void update(String step, long rows);
}
