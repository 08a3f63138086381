package org.jadhere.platform.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a job's runs since the server was started.
 *
 * @param lastSuccess the end of the last successful run; null if there was none
 */
public record JobRuns(@Nullable Instant lastSuccess, long failures) {

    static final JobRuns NONE = new JobRuns(null, 0);

    JobRuns success(Instant at) {
        return new JobRuns(at, failures);
    }

    JobRuns failure() {
        return new JobRuns(lastSuccess, failures + 1);
    }
}
