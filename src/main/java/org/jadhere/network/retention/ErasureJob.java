package org.jadhere.network.retention;

import java.time.Duration;
import org.jadhere.platform.jobs.Job;
import org.springframework.stereotype.Component;

/** Runs the {@link Eraser} once a day. */
@Component
class ErasureJob implements Job {

    private final Eraser eraser;

    ErasureJob(Eraser eraser) {
        this.eraser = eraser;
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        eraser.erase();
    }
}
