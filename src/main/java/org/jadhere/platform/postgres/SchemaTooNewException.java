package org.jadhere.platform.postgres;

import org.flywaydb.core.api.MigrationVersion;

/** A newer program has been here, and this one would not understand what it finds. */
public class SchemaTooNewException extends RuntimeException {

    SchemaTooNewException(MigrationVersion version, MigrationVersion known) {
        super("the database is at version %s, this program knows %s: use the newer program or restore a backup"
                .formatted(version, known));
    }
}
