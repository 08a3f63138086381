package org.jadhere.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jadhere.platform.postgres.LocalPostgres;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;

/**
 * A migrated database for one test: all tests share one PostgreSQL and copy one template. {@link DroppedDatabases} drops
 * it after the test class, since several hundred of them fill a disk.
 *
 * @param url the JDBC URL, including user and password
 */
public record TestDatabase(String url) {

    /** The folder with the programs and the data of the server. */
    public static final Path FOLDER = Path.of(System.getProperty("jadhere.test.postgres", "target/postgres"));

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalPostgres SERVER = server();
    private static final Queue<TestDatabase> OF_THIS_CLASS = new ConcurrentLinkedQueue<>();

    /** Creates a copy of the template: all tables, and only the rows that the migrations insert. */
    public static TestDatabase fresh() {
        var database = lasting();
        OF_THIS_CLASS.add(database);
        return database;
    }

    /** Like {@link #fresh()}, for several test classes: it stays until the end of the run, unless {@link #drop} is called. */
    public static TestDatabase lasting() {
        String name = "t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        // The default strategy writes every page to the log, and takes several times as long.
        Admin.execute("create database " + name + " template " + template() + " strategy file_copy");
        return new TestDatabase(at(name));
    }

    /** Drops the databases of {@link #fresh()}, and those that tests have derived from their names. */
    static void dropAll() {
        for (var database = OF_THIS_CLASS.poll(); database != null; database = OF_THIS_CLASS.poll()) {
            database.drop();
        }
    }

    void drop() {
        Admin.drop("^" + name() + "(_[a-z_]+)?$");
    }

    private String name() {
        return url.replaceAll(".*/|[?].*", "");
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

    /** One connection for creating and dropping databases. */
    private static final class Admin {
        private static final Connection CONNECTION = connect();

        private static Connection connect() {
            try {
                return DriverManager.getConnection(at("postgres"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static synchronized void execute(String sql) {
            try (var statement = CONNECTION.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static synchronized void drop(String pattern) {
            DSL.using(CONNECTION)
                    .fetchValues("select datname from pg_database where datname ~ ?", pattern)
                    .forEach(name -> execute("drop database " + name + " with (force)"));
        }
    }

    /** Created once a run, before the first database. Databases of a killed run are dropped then. */
    private static final class Template {
        private static final String NAME = make();

        private static String make() {
            Admin.drop("^(t\\d+_|template_)");
            String name = "template_" + ProcessHandle.current().pid();
            Admin.execute("create database " + name);
            Flyway.configure().dataSource(at(name), null, null).load().migrate();
            return name;
        }
    }
}
