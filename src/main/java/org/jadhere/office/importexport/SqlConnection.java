package org.jadhere.office.importexport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Runs plain SQL on the connection of the current transaction: COPY and temporary tables, for which jOOQ has no
 * classes. The SQL is built from the columns in {@link CsvTable}, never from the contents of a file.
 */
final class SqlConnection {

    private static final int BUFFER = 1 << 16;
    private static final int FETCH_SIZE = 1000;

    private final Connection connection;

    private SqlConnection(Connection connection) {
        this.connection = connection;
    }

    /** Must be called inside a transaction. */
    static SqlConnection of(DataSource database) {
        return new SqlConnection(DataSourceUtils.getConnection(database));
    }

    interface RowHandler {
        void handle(ResultSet row) throws SQLException;
    }

    /** Returns the number of rows that were changed. */
    long run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getLargeUpdateCount());
        } catch (SQLException e) {
            throw new SqlFailureException(e);
        }
    }

    void each(String sql, RowHandler handler) {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    handler.handle(rows);
                }
            }
        } catch (SQLException e) {
            throw new SqlFailureException(e);
        }
    }

    long count(String table) {
        var count = new AtomicLong();
        each("select count(*) from " + table, row -> count.set(row.getLong(1)));
        return count.get();
    }

    /** Returns a writer whose output goes to the table; closing it ends the COPY. */
    Writer copyIn(String sql) {
        try {
            var copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, BUFFER);
            return new BufferedWriter(new OutputStreamWriter(copy, StandardCharsets.UTF_8), BUFFER);
        } catch (SQLException e) {
            throw new SqlFailureException(e);
        }
    }

    void copyOut(String sql, OutputStream to) throws IOException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, to);
        } catch (SQLException e) {
            throw new SqlFailureException(e);
        }
    }
}
