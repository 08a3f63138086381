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
 * A PostgreSQL server that the program runs itself, in a folder. Several processes may share one folder: the first starts
 * the server, the last stops it. It listens on 127.0.0.1 only, with a random password. A killed process leaves the server
 * running, and the next process uses it; a killed server recovers at the next start.
 */
public final class LocalPostgres implements AutoCloseable {

    // File locks belong to the process: a second lock on the same file would release the first one.
    private static final Set<Path> USED_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileLock sharedLock;
    private final PostgresServer server;

    private LocalPostgres(Path folder, FileLock sharedLock, PostgresServer server) {
        this.folder = folder;
        this.sharedLock = sharedLock;
        this.server = server;
    }

    /** For production: a commit is on disk before it is confirmed. */
    public static LocalPostgres durable(Path folder) throws IOException {
        return start(folder, true);
    }

    /** For tests: faster, but the data is lost if the machine stops. */
    public static LocalPostgres temporary(Path folder) throws IOException {
        return start(folder, false);
    }

    private static LocalPostgres start(Path path, boolean durable) throws IOException {
        Path folder = createFolder(path);
        if (!USED_BY_THIS_PROCESS.add(folder)) {
            throw new IOException("this process already runs the PostgreSQL in " + folder);
        }
        try (var lock = exclusiveLock(folder)) {
            return startOrJoin(folder, durable);
        } catch (IOException | RuntimeException e) {
            USED_BY_THIS_PROCESS.remove(folder);
            throw e;
        }
    }

    private static LocalPostgres startOrJoin(Path folder, boolean durable) throws IOException {
        FileChannel channel = lockFile(folder.resolve("in-use.lock"));
        try {
            FileLock sharedLock = channel.lock(0, Long.MAX_VALUE, true);
            return new LocalPostgres(folder, sharedLock, PostgresServer.start(folder, durable));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Rejects the folder of another user: this process, if it is root, would leave files there that its owner cannot change. */
    private static Path createFolder(Path path) throws IOException {
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(path.toAbsolutePath(), PosixFilePermissions.asFileAttribute(ownerOnly));
        Path folder = path.toRealPath();
        if (!Files.getAttribute(folder, "unix:uid").equals(PostgresBinaries.userId())) {
            throw new IOException("%s belongs to %s: run the program as that user"
                    .formatted(folder, Files.getOwner(folder).getName()));
        }
        Files.setPosixFilePermissions(folder, ownerOnly);
        return folder;
    }

    /** Serializes starting and stopping between processes. */
    private static FileChannel exclusiveLock(Path folder) throws IOException {
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
        if (!sharedLock.isValid()) {
            return;
        }
        try (var lock = exclusiveLock(folder);
                var ownChannel = sharedLock.acquiredBy()) {
            sharedLock.release();
            try (var channel = lockFile(folder.resolve("in-use.lock"));
                    var lastUser = channel.tryLock()) {
                if (lastUser != null) {
                    server.stop();
                }
            }
        } finally {
            USED_BY_THIS_PROCESS.remove(folder);
        }
    }
}
