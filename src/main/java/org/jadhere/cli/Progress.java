package org.jadhere.cli;

/** Hears how far something long is. */
public interface Progress {

    Progress SILENT = (act, rows) -> {};

    /**
     * Called now and then.
     *
     * @param act what is being done, as a user may read it
     * @param rows how many rows of it are done; 0 at its start
     */
    void now(String act, long rows);
}
