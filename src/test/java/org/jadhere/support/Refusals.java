package org.jadhere.support;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.postgresql.util.PSQLException;

/** Names the constraint by which the database rejects a change. */
public final class Refusals {

    /** The result for a change that the database accepts. */
    public static final String NOTHING = "nothing";

    private Refusals() {}

    /** Returns the name of the violated constraint or, for other errors, the SQLSTATE. */
    public static String refusedBy(ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                var message = Objects.requireNonNull(refused.getServerErrorMessage(), refused::toString);
                return Objects.requireNonNullElseGet(message.getConstraint(), () -> message.getSQLState() + "");
            }
        }
        if (thrown != null) {
            throw new AssertionError("failed, but not in the database", thrown);
        }
        return NOTHING;
    }
}
