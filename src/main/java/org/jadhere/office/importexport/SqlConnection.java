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
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The transaction's connection, for plain SQL. Millions of rows go through COPY and temporary tables, which jOOQ has
 * no classes for: this package writes their SQL from the table of columns in {@link CsvTable}, never from what a file holds.
 */
final class SqlConnection {

    private static final int BUFFER = 1 << 16;
    private static final int FETCHED_AT_ONCE = 1000;

    private final Connection connection;

    private SqlConnection(Connection connection) {
        this.connection = connection;
    }

    /** Inside a transaction. */
    static SqlConnection of(DataSource database) {
        return new SqlConnection(DataSourceUtils.getConnection(database));
    }

    /** What is done with each row of an answer. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** How many rows it touched. */
    long run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getLargeUpdateCount());
        } catch (SQLException e) {
            throw new SqlFailureException(e);
        }
    }

    void each(String sql, Row action) {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    action.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new SqlFailureException(e);
        }
    }

    /** COPY's other end: what is written goes to the table, and closing it ends the COPY. */
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
