package org.jadhere.platform.postgres;

/**
 * The database was migrated by other files than this program's, since the migrations were rewritten before the first
 * release. Only export and import can move its data.
 */
class PreReleaseSchemaException extends RuntimeException {

    PreReleaseSchemaException(String migration) {
        super(("the database was created by a pre-release version of jadhere (its migration %s is not this program's): "
                        + "export the data with that version ('jadhere export DIR'), "
                        + "then import them into a new database with this one ('jadhere import DIR')")
                .formatted(migration));
    }
}
