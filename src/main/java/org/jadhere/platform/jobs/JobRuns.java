package org.jadhere.platform.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job went since the server was started.
 *
 * @param lastSuccess when it last came to its end; none where it never did
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
