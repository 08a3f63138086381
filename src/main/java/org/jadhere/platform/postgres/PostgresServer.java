package org.jadhere.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Creates, starts and stops the server in a folder. Callers hold the lock of {@link LocalPostgres}. */
final class PostgresServer {

    static final String DATABASE = "jadhere";

    private static final Duration RECOVERY_TIMEOUT = Duration.ofMinutes(5);

    private final Path folder;
    private final boolean durable;
    private final PostgresBinaries binaries;
    private final int port;

    private PostgresServer(Path folder, boolean durable) throws IOException {
        this.folder = folder;
        this.durable = durable;
        this.binaries = PostgresBinaries.in(folder);
        initialise();
        this.port = run();
        createDatabase();
    }

    /** The server that already runs in the folder, or a new one. */
    static PostgresServer start(Path folder, boolean durable) throws IOException {
        return new PostgresServer(folder, durable);
    }

    private void initialise() throws IOException {
        Path password = folder.resolve("password");
        if (!Files.exists(data())) {
            initialise(password);
        } else if (!Files.exists(password)) {
            throw new IOException("%s is missing: the data beside it cannot be opened without it".formatted(password));
        }
    }

    /**
     * Creates the data folder under a temporary name and renames it when it is complete: an interrupted initialisation
     * is repeated, and a folder named {@code data} is never deleted. The temporary name is unique, since the initdb of a
     * killed process may still be writing.
     */
    private void initialise(Path password) throws IOException {
        Path temporary = Files.createTempDirectory(folder, "initdb-");
        Path data = temporary.resolve("data");
        Path newPassword = createPassword(temporary.resolve("password"));
        var arguments = new ArrayList<String>(List.of("-D", data.toString(), "-U", "postgres", "-E", "UTF8"));
        arguments.addAll(List.of("-A", "scram-sha-256", "--pwfile", newPassword.toString()));
        arguments.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        arguments.add(durable ? "--data-checksums" : "--no-sync");
        binaries.run("initdb", arguments);
        Files.move(newPassword, password, StandardCopyOption.ATOMIC_MOVE);
        Files.move(data, data(), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(temporary);
    }

    private static Path createPassword(Path file) throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, Base64.getUrlEncoder().encodeToString(random));
    }

    /** Starts the server unless it runs, and returns its port. The one of a killed process may still be starting. */
    private int run() throws IOException {
        var deadline = Instant.now().plus(RECOVERY_TIMEOUT);
        for (; ; pause()) {
            var found = PostmasterFile.in(folder);
            if (found.isEmpty()) {
                startServer();
            } else if (found.get().ready()) {
                return found.get().port();
            } else if (deadline.isBefore(Instant.now())) {
                throw new IOException(
                        "the PostgreSQL in " + folder + " did not start in time; see the files server*.log there");
            }
        }
    }

    /** Retries: after a crash, processes of the previous server may still be ending. */
    private void startServer() throws IOException {
        String log = folder.resolve("server.log").toString();
        for (int attempt = 1; PostmasterFile.in(folder).isEmpty(); attempt++) {
            PostmasterFile.clearStaleProcess(folder);
            try {
                binaries.run(
                        "pg_ctl",
                        List.of("-w", "-t", "300", "-D", data().toString(), "-l", log, "-o", options(), "start"));
            } catch (IOException e) {
                if (attempt == 10) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(500_000_000L);
    }

    private String options() throws IOException {
        var options = new StringBuilder("-p " + freePort());
        PostgresSettings.of(durable).forEach(setting -> options.append(" -c ").append(setting));
        return options.toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The program's role is not a superuser: it owns its database only. */
    private void createDatabase() throws IOException {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", password());
                var statement = connection.createStatement()) {
            if (isMissing(statement, "pg_roles where rolname")) {
                statement.execute("create role %s login createdb password '%s'".formatted(DATABASE, password()));
            }
            if (isMissing(statement, "pg_database where datname")) {
                statement.execute("create database %s owner %s".formatted(DATABASE, DATABASE));
            }
        } catch (SQLException e) {
            throw new IOException("the embedded PostgreSQL in " + folder + " does not answer", e);
        }
    }

    private static boolean isMissing(Statement statement, String where) throws SQLException {
        try (var found = statement.executeQuery("select from " + where + " = '" + DATABASE + "'")) {
            return !found.next();
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() throws IOException {
        return Files.readString(folder.resolve("password"));
    }

    void stop() throws IOException {
        if (PostmasterFile.in(folder).isPresent()) {
            binaries.run(
                    "pg_ctl", List.of("-w", "-D", data().toString(), "-m", durable ? "fast" : "immediate", "stop"));
        }
    }

    private Path data() {
        return folder.resolve("data");
    }
}
