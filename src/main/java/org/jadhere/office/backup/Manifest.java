package org.jadhere.office.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.jadhere.platform.cli.CommandException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first file of a backup, with sizes and hashes of all others.
 *
 * @param format the version of this file format; a program reads its own and older released ones
 * @param program the name and version of the program that wrote the backup
 * @param schema the version of the last migration of the database
 * @param takenAt the time of the snapshot
 */
record Manifest(int format, String program, String schema, Instant takenAt, Inventory inventory) {

    static final String NAME = "manifest.json";
    static final int FORMAT = 2;

    /** Backups of this format hold a schema whose migrations were rewritten before the first release. */
    private static final int PRE_RELEASE = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The tables and sequences of a database and its media files. Equal inventories mean equal data. */
    record Inventory(List<TableData> tables, List<Sequence> sequences, List<MediaFile> media) {

        Inventory {
            tables = List.copyOf(tables);
            sequences = List.copyOf(sequences);
            media = List.copyOf(media);
        }

        Inventory with(List<MediaFile> files) {
            return new Inventory(tables, sequences, files);
        }

        long rows() {
            return tables.stream().mapToLong(TableData::rows).sum();
        }
    }

    /** The rows of a table as CSV, in the order of its primary key. */
    record TableData(String name, List<String> columns, long rows, long bytes, String sha256) {

        TableData {
            requireNonNull(name);
            columns = List.copyOf(columns);
            requireNonNull(sha256);
        }

        String file() {
            return "tables/" + name + ".csv";
        }
    }

    /** @param called whether the last value was already returned by {@code nextval} */
    record Sequence(String name, long last, boolean called) {

        Sequence {
            requireNonNull(name);
        }
    }

    /** @param path relative to the media folder, with slashes */
    record MediaFile(String path, long bytes, String sha256) {

        MediaFile {
            requireNonNull(path);
            requireNonNull(sha256);
        }

        String file() {
            return "media/" + path;
        }
    }

    Manifest {
        requireNonNull(program);
        requireNonNull(schema);
        requireNonNull(takenAt);
        requireNonNull(inventory);
    }

    MigrationVersion version() {
        return MigrationVersion.fromVersion(schema);
    }

    byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws CommandException if this program cannot read the manifest */
    static Manifest of(byte[] json) {
        try {
            var tree = JSON.readTree(json);
            int format = tree.path("format").asInt(0);
            if (format > FORMAT) {
                throw new CommandException("written in a newer format of backups: use the newer program");
            }
            if (format == PRE_RELEASE) {
                throw new CommandException(
                        "the backup was written by a pre-release version of jadhere: restore it with that version, "
                                + "export the data ('jadhere export DIR'), then import them into a new database with this one "
                                + "('jadhere import DIR')");
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException unreadable) {
            throw new CommandException("not a backup of Jadhere: its manifest.json cannot be read");
        }
    }
}
