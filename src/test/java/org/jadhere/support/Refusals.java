package org.jadhere.support;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.postgresql.util.PSQLException;

/** What stands in the way when the database refuses. */
public final class Refusals {

    /** The answer when nothing does. */
    public static final String NOTHING = "nothing";

    private Refusals() {}

    /** The name of the constraint; where there is none, the SQLSTATE. */
    public static String refusedBy(ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                var message = Objects.requireNonNull(refused.getServerErrorMessage(), refused::toString);
                return Objects.requireNonNullElseGet(message.getConstraint(), () -> message.getSQLState() + "");
            }
        }
        if (thrown != null) {
            throw new AssertionError("refused, but not by the database", thrown);
        }
        return NOTHING;
    }
}
