package org.jadhere.platform.cli;

/** Hears how far something long is. */
public interface ProgressListener {

    ProgressListener SILENT = (act, rows) -> {};

    /**
     * Called now and then.
     *
     * @param act what is being done, as a user may read it
     * @param rows how many rows of it are done; 0 at its start
     */
    void now(String act, long rows);
}
