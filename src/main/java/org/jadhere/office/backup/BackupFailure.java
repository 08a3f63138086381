package org.jadhere.office.backup;

import java.sql.SQLException;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.postgres.SchemaTooNewException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Turns exceptions into one line of text for the command line. */
final class BackupFailure {

    private BackupFailure() {}

    static String message(Throwable failure) {
        if (failure instanceof PSQLException error && error.getServerErrorMessage() != null) {
            return oneLine(error.getServerErrorMessage().getMessage());
        }
        if (failure instanceof SQLException || failure instanceof java.io.IOException) {
            return oneLine(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
        return failure.getCause() == null ? oneLine(failure.toString()) : message(failure.getCause());
    }

    /** Returns an exception with a user-readable message as it is, and wraps others with the prefix. */
    static RuntimeException wrap(String prefix, Exception failure) {
        return failure instanceof CommandException || failure instanceof SchemaTooNewException
                ? (RuntimeException) failure
                : new CommandException(prefix + ": " + message(failure));
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
