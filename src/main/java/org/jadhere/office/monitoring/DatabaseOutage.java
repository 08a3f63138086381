package org.jadhere.office.monitoring;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Finds out whether an exception was caused by an unavailable database, however deeply it is nested. */
final class DatabaseOutage {

    /** Marks a log line that reports an outage without its stack trace. */
    static final Marker MARKER = MarkerFactory.getMarker("DATABASE_AWAY");

    /** Connection failures (08), too many connections (53300), shutdown, startup (57P01-3): PostgreSQL, appendix A. */
    private static final Pattern STATES = Pattern.compile("08...|53300|57P0[123]");

    private DatabaseOutage() {}

    static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException error && isConnectionFailure(error)) {
                return true;
            }
        }
        return false;
    }

    /** The pool sets no SQLSTATE if a rollback finds that its connection was lost and evicted. */
    private static boolean isConnectionFailure(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : STATES.matcher(state).matches();
    }
}
