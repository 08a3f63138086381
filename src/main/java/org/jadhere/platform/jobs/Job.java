package org.jadhere.platform.jobs;

import java.time.Duration;

/**
 * Something the server does by itself, over and over. It finds its work in the database, so that a restart forgets
 * nothing; several instances may run it at once, so that it locks what it takes.
 */
public interface Job {

    /** How long after one run the next begins, where nothing calls for it sooner. */
    Duration every();

    /** Does what is to be done now, or as much of it as can be. What it throws is logged, and tried again the next time. */
    void run();
}
