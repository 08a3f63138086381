package org.jadhere.office.backup;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.office.backup.Manifest.Sequence;
import org.jadhere.office.backup.Manifest.TableData;
import org.postgresql.PGConnection;

/**
 * The tables of a database as listed by the PostgreSQL catalogue, and COPY from and to them. Uses plain SQL, since jOOQ
 * has classes for the tables of this version only, and a backup may have those of another.
 */
final class TableContents {

    /** Excludes the table of Flyway, and sessions: one that was ended since would be open again. */
    private static final String IS_BACKED_UP =
            "c.relnamespace = 'public'::regnamespace and c.relname <> all ('{flyway_schema_history,spring_session,spring_session_attributes}') "
                    + "and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')";

    private final Connection connection;

    /** Makes the text of values in this transaction independent of the settings of the server. */
    TableContents(Connection connection) throws SQLException {
        this.connection = connection;
        run("set local search_path = public");
        run("set local timezone = 'UTC'");
        run("set local datestyle = 'ISO, MDY'");
        run("set local intervalstyle = 'postgres'");
        run("set local bytea_output = 'hex'");
        run("set local extra_float_digits = 1");
    }

    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    void run(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }

    long number(String sql) throws SQLException {
        return list(sql, row -> row.getLong(1)).getFirst();
    }

    List<String> names() throws SQLException {
        return list(
                "select c.relname from pg_class c where c.relkind = 'r' and " + IS_BACKED_UP
                        + " order by c.relname collate \"C\"",
                row -> row.getString(1));
    }

    /** Returns all columns but generated ones. */
    List<String> columns(String table) throws SQLException {
        return list(
                "select attname from pg_attribute where attrelid = %s and attnum > 0 and not attisdropped and attgenerated = '' order by attnum"
                        .formatted(oid(table)),
                row -> row.getString(1));
    }

    List<Sequence> sequences() throws SQLException {
        var names = list(
                "select c.relname from pg_class c where c.relkind = 'S' and " + IS_BACKED_UP
                        + " order by c.relname collate \"C\"",
                row -> row.getString(1));
        var found = new ArrayList<Sequence>();
        for (String name : names) {
            found.addAll(list(
                    "select last_value, is_called from " + quoted(name),
                    row -> new Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return found;
    }

    void set(Sequence sequence) throws SQLException {
        run("select setval(?::regclass, ?, ?)", quoted(sequence.name()), sequence.last(), sequence.called());
    }

    /** Measures the CSV that COPY writes, in the order of the primary key. */
    TableData measure(String table) throws SQLException, IOException {
        var columns = columns(table);
        var digest = new DigestSink();
        long rows = copyOut(table, columns, digest);
        return new TableData(table, columns, rows, digest.bytes(), digest.sha256());
    }

    long copyOut(String table, List<String> columns, OutputStream to) throws SQLException, IOException {
        return postgres()
                .getCopyAPI()
                .copyOut(
                        "copy (select %s from %s order by %s) to stdout with (format csv, header true)"
                                .formatted(quoted(columns), quoted(table), order(table)),
                        to);
    }

    /** Reads the format of {@link #copyOut}. */
    long copyIn(TableData table, InputStream from) throws SQLException, IOException {
        return postgres()
                .getCopyAPI()
                .copyIn(
                        "copy %s (%s) from stdin with (format csv, header match)"
                                .formatted(quoted(table.name()), quoted(table.columns())),
                        from);
    }

    private String order(String table) throws SQLException {
        var key = list(
                """
                select a.attname, a.attcollation <> 0
                from pg_index i cross join unnest(i.indkey) with ordinality k (number, place)
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
                where i.indisprimary and i.indrelid = %s order by k.place""".formatted(oid(table)),
                row -> quoted(row.getString(1)) + (row.getBoolean(2) ? " collate \"C\"" : ""));
        return key.isEmpty() ? quoted(table) + "::text collate \"C\"" : String.join(", ", key);
    }

    private PGConnection postgres() throws SQLException {
        return connection.unwrap(PGConnection.class);
    }

    private static String oid(String table) {
        return "'%s'::regclass".formatted(quoted(table).replace("'", "''"));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String quoted(List<String> names) {
        return names.stream().map(TableContents::quoted).collect(joining(", "));
    }
}
