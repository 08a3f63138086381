package org.jadhere.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The real PostgreSQL, run by the program itself in a folder of its own. Several processes may use one folder at
 * once: the first starts the server, the last stops it. Listens on 127.0.0.1 alone, with a random password.
 * A killed process leaves the server running and the next one joins it; a killed server recovers at the next start.
 */
public final class LocalPostgres implements AutoCloseable {

    // The system knows a lock by its process, not by its thread: a second use in one process would give up the first
    // one's.
    private static final Set<Path> IN_USE_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileLock use;
    private final PostgresServer server;

    private LocalPostgres(Path folder, FileLock use, PostgresServer server) {
        this.folder = folder;
        this.use = use;
        this.server = server;
    }

    /** For an association's data: every commit is on the disk before it is confirmed. */
    public static LocalPostgres durable(Path folder) throws IOException {
        return start(folder, true);
    }

    /** For tests: faster, and lost if the machine stops. */
    public static LocalPostgres fleeting(Path folder) throws IOException {
        return start(folder, false);
    }

    private static LocalPostgres start(Path given, boolean durable) throws IOException {
        Path folder = ownFolder(given);
        if (!IN_USE_HERE.add(folder)) {
            throw new IOException("this process already runs the PostgreSQL in " + folder);
        }
        try (var turn = turn(folder)) {
            return started(folder, durable);
        } catch (IOException | RuntimeException e) {
            IN_USE_HERE.remove(folder);
            throw e;
        }
    }

    private static LocalPostgres started(Path folder, boolean durable) throws IOException {
        FileChannel channel = lockFile(folder.resolve("in-use.lock"));
        try {
            FileLock use = channel.lock(0, Long.MAX_VALUE, true);
            return new LocalPostgres(folder, use, PostgresServer.start(folder, durable));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Another user, root above all, would leave files there that the owner cannot touch any more. */
    private static Path ownFolder(Path given) throws IOException {
        var mine = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(given.toAbsolutePath(), PosixFilePermissions.asFileAttribute(mine));
        Path folder = given.toRealPath();
        if (!Files.getAttribute(folder, "unix:uid").equals(PostgresBinaries.userId())) {
            throw new IOException("%s belongs to %s: run the program as that user"
                    .formatted(folder, Files.getOwner(folder).getName()));
        }
        Files.setPosixFilePermissions(folder, mine);
        return folder;
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

    public String url() {
        return server.url(PostgresServer.DATABASE);
    }

    /** Another database of the same server. */
    public String url(String database) {
        return server.url(database);
    }

    public String user() {
        return PostgresServer.DATABASE;
    }

    public String password() throws IOException {
        return server.password();
    }

    /** Stops the server, unless another process still uses it. */
    @Override
    public void close() throws IOException {
        if (!use.isValid()) {
            return;
        }
        try (var turn = turn(folder);
                var mine = use.acquiredBy()) {
            use.release();
            try (var channel = lockFile(folder.resolve("in-use.lock"));
                    var alone = channel.tryLock()) {
                if (alone != null) {
                    server.stop();
                }
            }
        } finally {
            IN_USE_HERE.remove(folder);
        }
    }
}
