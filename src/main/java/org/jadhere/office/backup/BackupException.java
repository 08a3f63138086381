package org.jadhere.office.backup;

import java.sql.SQLException;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.postgres.SchemaTooNewException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What went wrong, in one line. */
final class BackupException {

    private BackupException() {}

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
        return failure instanceof CommandException || failure instanceof SchemaTooNewException
                ? (RuntimeException) failure
                : new CommandException(what + ": " + words(failure));
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
