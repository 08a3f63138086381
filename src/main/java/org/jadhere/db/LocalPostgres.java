package org.jadhere.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The real PostgreSQL, run by the program itself in a folder of its own. Several processes may use one folder at
 * once: the first starts the server, the last stops it. Listens on 127.0.0.1 alone, with a random password.
 * A killed process leaves the server running and the next one joins it; a killed server recovers at the next start.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final String DATABASE = "jadhere";
    private static final List<String> DURABLE = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=UTC",
            "max_connections=60",
            "shared_buffers=64MB");
    private static final List<String> FLEETING = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=300",
            "shared_buffers=128MB");

    private final Path folder;
    private final boolean durable;
    private final Path bin;
    private final FileLock use;
    private final int port;

    private LocalPostgres(Path folder, boolean durable, Path bin, FileLock use, int port) {
        this.folder = folder;
        this.durable = durable;
        this.bin = bin;
        this.use = use;
        this.port = port;
    }

    /** For an association's data: every commit is on the disk before it is confirmed. */
    public static LocalPostgres durable(Path folder) throws IOException {
        return start(folder.toAbsolutePath(), true);
    }

    /** For tests: faster, and lost if the machine stops. */
    public static LocalPostgres fleeting(Path folder) throws IOException {
        return start(folder.toAbsolutePath(), false);
    }

    private static LocalPostgres start(Path folder, boolean durable) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path bin = PostgresBinaries.unpack(folder).resolve("bin");
        try (var turn = turn(folder)) {
            FileLock use = lockFile(folder.resolve("in-use.lock")).lock(0, Long.MAX_VALUE, true);
            var server = new LocalPostgres(folder, durable, bin, use, runningOrNewPort(folder));
            server.initialise();
            server.run();
            return server;
        }
    }

    /** Starting and stopping happen one at a time, whichever process does it. */
    private static FileChannel turn(Path folder) throws IOException {
        FileChannel channel = lockFile(folder.resolve("turn.lock"));
        channel.lock();
        return channel;
    }

    private static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static int runningOrNewPort(Path folder) throws IOException {
        int running = runningPort(folder);
        if (running > 0) {
            return running;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** postmaster.pid says on line 1 the process, on line 4 the port, on line 8 whether it is ready. */
    private static int runningPort(Path folder) throws IOException {
        Path file = folder.resolve("data/postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() < 8 || !lines.get(7).startsWith("ready")) {
            return 0;
        }
        boolean alive = ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
        return alive ? Integer.parseInt(lines.get(3).trim()) : 0;
    }

    /** A folder whose initialisation was interrupted has no password file yet, and is made anew. */
    private void initialise() throws IOException {
        Path data = folder.resolve("data");
        if (Files.exists(folder.resolve("password"))) {
            return;
        }
        PostgresBinaries.delete(data);
        Path draft = folder.resolve("password.new");
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getUrlEncoder().encodeToString(random));
        run(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile",
                draft.toString(),
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                durable ? "--data-checksums" : "--no-sync");
        Files.move(draft, folder.resolve("password"));
    }

    private void run() throws IOException {
        if (runningPort(folder) == 0) {
            var options = new StringBuilder("-p " + port);
            DURABLE.forEach(setting -> options.append(" -c ").append(setting));
            if (!durable) {
                FLEETING.forEach(setting -> options.append(" -c ").append(setting));
            }
            startServer(options.toString());
        }
        createDatabase();
    }

    /** After a crash, the last processes of the server before may still be going away: tried a few times. */
    private void startServer(String options) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                run(
                        "pg_ctl",
                        "-w",
                        "-t",
                        "300",
                        "-D",
                        data(),
                        "-l",
                        folder.resolve("server.log").toString(),
                        "-o",
                        options,
                        "start");
                return;
            } catch (IOException e) {
                if (attempt == 5) {
                    throw e;
                }
                LockSupport.parkNanos(1_000_000_000L);
            }
        }
    }

    /** The program is not PostgreSQL's superuser: it owns its database and nothing else. */
    private void createDatabase() throws IOException {
        String secret = password().replace("'", "''");
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", password());
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_roles where rolname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create role " + DATABASE + " login createdb password '" + secret + "'");
            }
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("create database " + DATABASE + " owner " + DATABASE);
            }
        } catch (SQLException e) {
            throw new IOException("the embedded PostgreSQL in " + folder + " does not answer", e);
        }
    }

    public String url() {
        return url(DATABASE);
    }

    /** Another database of the same server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return DATABASE;
    }

    public String password() throws IOException {
        return Files.readString(folder.resolve("password"));
    }

    /** Stops the server, unless another process still uses it. */
    @Override
    public void close() throws IOException {
        try (var turn = turn(folder);
                var mine = use.acquiredBy()) {
            use.release();
            try (var channel = lockFile(folder.resolve("in-use.lock"));
                    var alone = channel.tryLock()) {
                if (alone != null && runningPort(folder) > 0) {
                    run("pg_ctl", "-w", "-D", data(), "-m", durable ? "fast" : "immediate", "stop");
                }
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(
                    List.of("unshare", "-U")); // PostgreSQL refuses to run as root; in a user namespace it is nobody
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path log = folder.resolve(program + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            if (!process.waitFor(320, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not finish; see " + log);
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " failed: "
                        + Files.readString(log)
                                .strip()
                                .lines()
                                .reduce((a, b) -> b)
                                .orElse("") + " (see " + log + " and server.log beside it)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
