package org.jadhere.platform.postgres;

import org.flywaydb.core.api.MigrationVersion;

/** The database was migrated by a newer program, and this one does not know its schema. */
public class SchemaTooNewException extends RuntimeException {

    SchemaTooNewException(MigrationVersion version, MigrationVersion known) {
        super("the database is at version %s, this program knows %s: use the newer program or restore a backup"
                .formatted(version, known));
    }
}
