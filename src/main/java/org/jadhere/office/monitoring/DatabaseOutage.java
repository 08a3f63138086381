package org.jadhere.office.monitoring;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Whether the database does not answer is what is behind a failure, however deep the frameworks hid it. */
final class DatabaseOutage {

    /** Of a line in the log that says so without its hundred lines of trace. */
    static final Marker MARKER = MarkerFactory.getMarker("DATABASE_AWAY");

    /** Connections (08), too many of them (53300), stopping and starting (57P01 to 57P03): PostgreSQL, appendix A. */
    private static final Pattern STATES = Pattern.compile("08...|53300|57P0[123]");

    private DatabaseOutage() {}

    static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException refused && isConnection(refused)) {
                return true;
            }
        }
        return false;
    }

    /** The pool gives no state: what was to be rolled back had lost its connection, which the pool took out. */
    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : STATES.matcher(state).matches();
    }
}
