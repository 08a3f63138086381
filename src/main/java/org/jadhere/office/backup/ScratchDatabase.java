package org.jadhere.office.backup;

import static org.jadhere.office.backup.TableContents.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jadhere.platform.cli.CommandException;
import org.jspecify.annotations.Nullable;

/**
 * The database in which a backup is verified. Nothing is committed there. A database that is not empty is used only if
 * it has the comment that this program sets on the databases that it creates.
 */
final class ScratchDatabase implements AutoCloseable {

    static final String MARK = "Scratch of jadhere backup: may be emptied and dropped";

    private final DatabaseConnections databases;
    private final Connection main;
    private final String name;
    private final Connection connection;

    /**
     * @param main a connection to the instance's database, outside a transaction
     * @param url the URL of an existing database; null to create one on the same server
     * @throws CommandException if the role may not create a database, or the existing one contains other data
     */
    ScratchDatabase(DatabaseConnections databases, Connection main, @Nullable String url) throws SQLException {
        this.databases = databases;
        this.main = main;
        name = main.getCatalog() + "_scratch";
        connection = url == null ? createIfMissing() : databases.connect(url);
        try {
            requireEmptyOrMarked();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    private Connection createIfMissing() throws SQLException {
        if (!exists(main, "select exists (select from pg_database where datname = ?)", name)) {
            create();
        }
        return databases.connect(databases.urlOf(name));
    }

    private void create() throws SQLException {
        try (var statement = main.createStatement()) {
            statement.execute("create database %s template template0 encoding 'UTF8'".formatted(quoted(name)));
            statement.execute("comment on database %s is '%s'".formatted(quoted(name), MARK));
        } catch (SQLException e) {
            throw new CommandException(
                    "the scratch database %s cannot be created (%s): ask an administrator of the server for 'create database %s owner %s', or set jadhere.backup.scratch, or write an unverified backup with --no-verify"
                            .formatted(
                                    name,
                                    BackupFailure.message(e),
                                    quoted(name),
                                    quoted(main.getMetaData().getUserName())));
        }
    }

    private void requireEmptyOrMarked() throws SQLException {
        String catalog = connection.getCatalog();
        if (isMarked(connection, catalog)) {
            return;
        }
        boolean hasTables = exists(connection, """
                select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and n.nspname !~ '^(pg_|information_schema$)'
                and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') and ? is not null)""", catalog);
        if (hasTables) {
            throw new CommandException(
                    "the scratch database %s contains other data: use an empty one".formatted(catalog));
        }
    }

    private static boolean isMarked(Connection connection, String name) throws SQLException {
        return exists(
                connection,
                "select exists (select from pg_database where datname = ? and shobj_description(oid, 'pg_database') = '"
                        + MARK + "')",
                name);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Drops a database that this program created, or that a killed process left. */
    @Override
    public void close() throws SQLException {
        boolean created = connection.getCatalog().equals(name) && isMarked(main, name);
        connection.close();
        if (created) {
            try (var statement = main.createStatement()) {
                statement.execute("drop database if exists " + quoted(name));
            }
        }
    }
}
