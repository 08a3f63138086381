package org.jadhere.platform.postgres;

/** The database is older than the program, and the settings do not allow it to migrate. */
class SchemaOutOfDateException extends RuntimeException {

    SchemaOutOfDateException(int pending) {
        super("the database is %d migration(s) behind this program: run 'jadhere migrate' first".formatted(pending));
    }
}
