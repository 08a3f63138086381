package org.jadhere.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.support.TestDatabase;
import org.jooq.impl.DSL;

/** A separate PostgreSQL server for one test, which can be stopped, killed, replicated to a standby, and promoted. */
public final class Cluster implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "fsync=off", // a killed server loses nothing without it, only a crashed machine does
            "shared_buffers=32MB",
            "wal_keep_size=256MB",
            "wal_receiver_status_interval=1s",
            "wal_retrieve_retry_interval=1s",
            "hot_standby=on");

    private final Path folder;
    private final PostgresBinaries programs;
    private final int port = freePort();

    private Cluster() throws IOException {
        TestDatabase.fresh(); // unpacks the programs
        folder = Files.createTempDirectory(Path.of("target").toRealPath(), "cluster-");
        shell("cp -al %s/postgres-* %s".formatted(TestDatabase.FOLDER, folder));
        programs = PostgresBinaries.in(folder);
    }

    /** Starts a primary with an empty database that the program may migrate. */
    public static Cluster primary() throws Exception {
        var made = new Cluster();
        var arguments = new ArrayList<>(List.of("-D", made.data(), "-U", "postgres", "-E", "UTF8", "-A", "trust"));
        arguments.addAll(List.of("--no-sync", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        made.programs.run("initdb", arguments);
        made.start();
        made.execute("create role jadhere login createdb");
        made.execute("create database jadhere owner jadhere");
        return made;
    }

    /** Starts a standby of this server from a base backup. Its application_name is {@code second}. */
    public Cluster standby() throws Exception {
        var copy = new Cluster();
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', fast => true)");
            shell("cp -a %s %s && rm -f %s/postmaster.*".formatted(data(), copy.data(), copy.data()));
            try (var end = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                end.next();
                Files.writeString(Path.of(copy.data(), "backup_label"), end.getString(1));
            }
        }
        Files.createFile(Path.of(copy.data(), "standby.signal"));
        Files.writeString(
                Path.of(copy.data(), "postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=second'%n".formatted(port),
                StandardOpenOption.APPEND);
        copy.start();
        return copy;
    }

    public void start() throws IOException {
        var options = new StringBuilder("-p " + port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        programs.run(
                "pg_ctl",
                List.of(
                        "-w",
                        "-D",
                        data(),
                        "-l",
                        folder.resolve("server.log").toString(),
                        "-o",
                        options + "",
                        "start"));
    }

    /** A fast shutdown. */
    public void stop() throws IOException {
        programs.run("pg_ctl", List.of("-w", "-D", data(), "-m", "fast", "stop"));
    }

    /** An immediate shutdown, as after a power cut: no transaction ends, no client is notified. */
    public void kill() throws IOException {
        programs.run("pg_ctl", List.of("-w", "-D", data(), "-m", "immediate", "stop"));
    }

    public void promote() throws IOException {
        programs.run("pg_ctl", List.of("-w", "-D", data(), "promote"));
    }

    /** Host and port, such as {@code 127.0.0.1:5432}. */
    public String place() {
        return "127.0.0.1:" + port;
    }

    public TestDatabase database() {
        return new TestDatabase("jdbc:postgresql://" + place() + "/jadhere?user=jadhere");
    }

    public void execute(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String ask(String sql) throws SQLException {
        try (var connection = superuser()) {
            return DSL.using(connection).fetchSingle(sql).get(0) + "";
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + place() + "/postgres?user=postgres");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void shell(String command) throws IOException {
        try {
            if (new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor() != 0) {
                throw new IOException(command + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (PostmasterFile.in(folder).isPresent()) {
            kill();
        }
        shell("rm -rf " + folder);
    }
}
