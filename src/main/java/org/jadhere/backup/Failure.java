package org.jadhere.backup;

import java.sql.SQLException;
import org.jadhere.cli.Refusal;
import org.jadhere.db.SchemaTooNew;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What went wrong, in one line. */
final class Failure {

    private Failure() {}

    static String words(Throwable failure) {
        if (failure instanceof PSQLException answered && answered.getServerErrorMessage() != null) {
            return oneLine(answered.getServerErrorMessage().getMessage());
        }
        if (failure instanceof SQLException || failure instanceof java.io.IOException) {
            return oneLine(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
        return failure.getCause() == null ? oneLine(failure.toString()) : words(failure.getCause());
    }

    /** What is said already stays as it is; the rest is told after these words. */
    static RuntimeException told(String what, Exception failure) {
        return failure instanceof Refusal || failure instanceof SchemaTooNew
                ? (RuntimeException) failure
                : new Refusal(what + ": " + words(failure));
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
