package org.jadhere.office.backup;

import static org.jadhere.office.backup.TableContents.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jadhere.platform.cli.CommandException;
import org.jspecify.annotations.Nullable;

/**
 * The database in which a backup is tried. Nothing is ever committed there; still, one that holds something is used only if
 * it bears the mark that this program gives to those it makes.
 */
final class ScratchDatabase implements AutoCloseable {

    static final String MARK = "Scratch of jadhere backup: may be emptied and dropped";

    private final DatabaseConnections databases;
    private final Connection main;
    private final String name;
    private final Connection connection;

    /**
     * @param main a connection to the instance's database, outside a transaction
     * @param given the URL of one that is there; none to have one made beside the instance's
     * @throws CommandException where there is none and the role may not make one, or where it is somebody's data
     */
    ScratchDatabase(DatabaseConnections databases, Connection main, @Nullable String given) throws SQLException {
        this.databases = databases;
        this.main = main;
        name = main.getCatalog() + "_scratch";
        connection = given == null ? made() : databases.connect(given);
        try {
            demandNobodys();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    private Connection made() throws SQLException {
        if (!ask(main, "select exists (select from pg_database where datname = ?)", name)) {
            make();
        }
        return databases.connect(databases.urlOf(name));
    }

    private void make() throws SQLException {
        try (var statement = main.createStatement()) {
            statement.execute("create database %s template template0 encoding 'UTF8'".formatted(quoted(name)));
            statement.execute("comment on database %s is '%s'".formatted(quoted(name), MARK));
        } catch (SQLException e) {
            throw new CommandException(
                    "the scratch database %s cannot be made (%s): ask an administrator of the server for 'create database %s owner %s', or set jadhere.backup.scratch, or write an unproved one with --no-verify"
                            .formatted(
                                    name,
                                    BackupException.words(e),
                                    quoted(name),
                                    quoted(main.getMetaData().getUserName())));
        }
    }

    private void demandNobodys() throws SQLException {
        String there = connection.getCatalog();
        if (isMarked(connection, there)) {
            return;
        }
        boolean full = ask(connection, """
                select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and n.nspname !~ '^(pg_|information_schema$)'
                and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') and ? is not null)""", there);
        if (full) {
            throw new CommandException(
                    "the scratch database %s holds somebody's data: give an empty one".formatted(there));
        }
    }

    private static boolean isMarked(Connection connection, String name) throws SQLException {
        return ask(
                connection,
                "select exists (select from pg_database where datname = ? and shobj_description(oid, 'pg_database') = '"
                        + MARK + "')",
                name);
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** One that this program made is dropped, also one that a killed program left. */
    @Override
    public void close() throws SQLException {
        boolean ours = connection.getCatalog().equals(name) && isMarked(main, name);
        connection.close();
        if (ours) {
            try (var statement = main.createStatement()) {
                statement.execute("drop database if exists " + quoted(name));
            }
        }
    }
}
