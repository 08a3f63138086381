package org.jadhere.backup;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import org.jadhere.cli.Progress;
import org.jadhere.cli.Refusal;

/** A database as it is at one moment, whatever others write meanwhile; migrations wait until it is closed. */
final class Snapshot implements AutoCloseable {

    private final Connection connection;
    private final Contents contents;

    /** On a connection that is outside a transaction, which it is again when this is closed. */
    Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        contents = new Contents(connection);
    }

    Contents contents() {
        return contents;
    }

    /** @throws Refusal where there is nothing to back up */
    Manifest manifest(String program, MediaFolder media, Progress progress) throws SQLException, IOException {
        var names = contents.names();
        if (names.isEmpty()
                || contents.number("select count(*) from pg_class where oid = to_regclass('flyway_schema_history')")
                        == 0) {
            throw new Refusal("there is nothing to back up: the database is empty");
        }
        contents.run(
                "lock table " + names.stream().map(Contents::quoted).collect(joining(", ")) + " in access share mode");
        var takenAt = contents.list("select now()", row -> row.getObject(1, Timestamp.class))
                .getFirst()
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS);
        String schema = contents.list(
                        "select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1",
                        row -> row.getString(1))
                .getFirst();
        var holding = Census.of(contents, "measuring", progress);
        return new Manifest(Manifest.FORMAT, program, schema, takenAt, holding.with(media.files()));
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
