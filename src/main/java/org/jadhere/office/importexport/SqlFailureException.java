package org.jadhere.office.importexport;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** A failed SQL statement, with the message and the detail of the server. */
final class SqlFailureException extends RuntimeException {

    private final boolean aboutData;

    SqlFailureException(SQLException cause) {
        super(message(cause), cause);
        String state = String.valueOf(cause.getSQLState());
        aboutData = state.startsWith("22") || state.startsWith("23");
    }

    /** Returns whether the server rejected the data: SQLSTATE class 22 or 23. */
    boolean isAboutData() {
        return aboutData;
    }

    private static String message(SQLException cause) {
        if (cause instanceof PSQLException error && error.getServerErrorMessage() != null) {
            String message = String.valueOf(error.getServerErrorMessage().getMessage());
            String detail = error.getServerErrorMessage().getDetail();
            return detail == null ? message : message + " (" + detail + ")";
        }
        return String.valueOf(cause.getMessage());
    }
}
