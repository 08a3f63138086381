package org.jadhere.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job went since the server was started.
 *
 * @param lastSuccess when it last came to its end; none where it never did
 */
public record Runs(@Nullable Instant lastSuccess, long failures) {

    static final Runs NONE = new Runs(null, 0);

    Runs success(Instant at) {
        return new Runs(at, failures);
    }

    Runs failure() {
        return new Runs(lastSuccess, failures + 1);
    }
}
