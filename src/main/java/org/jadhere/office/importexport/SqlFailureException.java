package org.jadhere.office.importexport;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** What the database answered instead of doing it. */
final class SqlFailureException extends RuntimeException {

    private final boolean aboutData;

    SqlFailureException(SQLException cause) {
        super(words(cause), cause);
        String state = String.valueOf(cause.getSQLState());
        aboutData = state.startsWith("22") || state.startsWith("23");
    }

    /** Whether it refused the data, rather than failed. */
    boolean isAboutData() {
        return aboutData;
    }

    private static String words(SQLException cause) {
        if (cause instanceof PSQLException answered && answered.getServerErrorMessage() != null) {
            String message = String.valueOf(answered.getServerErrorMessage().getMessage());
            String detail = answered.getServerErrorMessage().getDetail();
            return detail == null ? message : message + " (" + detail + ")";
        }
        return String.valueOf(cause.getMessage());
    }
}
