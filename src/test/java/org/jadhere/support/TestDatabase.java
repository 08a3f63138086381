package org.jadhere.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jadhere.platform.postgres.LocalPostgres;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/**
 * A migrated database for one test: all tests share one PostgreSQL and copy one template.
 *
 * @param url the JDBC URL, including user and password
 */
public record TestDatabase(String url) {

    /** The folder with the programs and the data of the server. */
    public static final Path FOLDER = Path.of(System.getProperty("jadhere.test.postgres", "target/postgres"));

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalPostgres SERVER = server();

    /** Creates a copy of the template: all tables, and only the rows that the migrations insert. */
    public static TestDatabase fresh() {
        String name = "t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        // The default strategy writes every page to the log, and takes several times as long.
        execute(at("postgres"), "create database " + name + " template " + template() + " strategy file_copy");
        return new TestDatabase(at(name));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Opens a connection, which the test closes. Each statement commits by itself. */
    public CloseableDSLContext open() {
        return DSL.using(url);
    }

    private static LocalPostgres server() {
        try {
            moveAway(FOLDER.resolve("data"));
            var server = LocalPostgres.temporary(FOLDER);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Moves the old data away and deletes it in the background: faster than dropping hundreds of databases. */
    private static void moveAway(Path data) throws IOException {
        if (Files.exists(data) && !Files.exists(data.resolve("postmaster.pid"))) {
            Path old = Files.createTempDirectory(data.getParent(), "old-");
            Files.move(data, old.resolve("data"));
            new ProcessBuilder("rm", "-rf", old.toString()).start();
        }
    }

    private static void stop(LocalPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String template() {
        return Template.NAME;
    }

    private static String at(String database) {
        try {
            return "%s?user=%s&password=%s".formatted(SERVER.url(database), SERVER.user(), SERVER.password());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String url, String sql) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Created once a run, before the first database. Databases of a killed run are dropped then. */
    private static final class Template {
        private static final String NAME = make();

        private static String make() {
            dropOld();
            String name = "template_" + ProcessHandle.current().pid();
            execute(at("postgres"), "create database " + name);
            Flyway.configure().dataSource(at(name), null, null).load().migrate();
            return name;
        }

        private static void dropOld() {
            try (var connection = DriverManager.getConnection(at("postgres"));
                    var statement = connection.createStatement();
                    var names = connection
                            .createStatement()
                            .executeQuery("select datname from pg_database where datname ~ '^(t\\d+_|template_)'")) {
                while (names.next()) {
                    statement.execute("drop database " + names.getString(1) + " with (force)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
