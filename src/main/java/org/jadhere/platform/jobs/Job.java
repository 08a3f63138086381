package org.jadhere.platform.jobs;

import java.time.Duration;

/**
 * A recurring task of the server. It finds its work in the database, so that a restart loses none, and locks the rows
 * that it processes, since several instances may run it at the same time.
 */
public interface Job {

    /** The time from the end of one run to the next; see also {@link JobRunner#runSoon}. */
    Duration interval();

    /** Processes the pending work. An exception is logged, and the next run tries again. */
    void run();
}
