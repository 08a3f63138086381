package org.jadhere.office.backup;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;

/** A consistent snapshot of a database. Other sessions can write; migrations wait until it is closed. */
final class DatabaseSnapshot implements AutoCloseable {

    private final Connection connection;
    private final TableContents contents;

    /** @param connection outside a transaction, as it is again after {@link #close} */
    DatabaseSnapshot(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        contents = new TableContents(connection);
    }

    TableContents contents() {
        return contents;
    }

    /** @throws CommandException if the database is empty */
    Manifest manifest(String program, MediaFolder media, ProgressListener progress) throws SQLException, IOException {
        var names = contents.names();
        if (names.isEmpty()
                || contents.number("select count(*) from pg_class where oid = to_regclass('flyway_schema_history')")
                        == 0) {
            throw new CommandException("there is nothing to back up: the database is empty");
        }
        contents.run("lock table " + names.stream().map(TableContents::quoted).collect(joining(", "))
                + " in access share mode");
        var takenAt = contents.list("select now()", row -> row.getObject(1, Timestamp.class))
                .getFirst()
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS);
        String schema = contents.list(
                        "select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1",
                        row -> row.getString(1))
                .getFirst();
        var inventory = RowCounts.of(contents, "measuring", progress);
        return new Manifest(Manifest.FORMAT, program, schema, takenAt, inventory.with(media.files()));
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
