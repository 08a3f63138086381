package org.jadhere.network.retention;

import java.time.Duration;
import org.jadhere.platform.jobs.Job;
import org.springframework.stereotype.Component;

/** Erases once a day what is no longer to be kept. */
@Component
class ErasureJob implements Job {

    private final Eraser erasing;

    ErasureJob(Eraser erasing) {
        this.erasing = erasing;
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        erasing.erase();
    }
}
