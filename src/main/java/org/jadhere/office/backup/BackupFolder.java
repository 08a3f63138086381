package org.jadhere.office.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jadhere.platform.cli.CommandException;

/**
 * A folder of backups, readable by its owner only. Files are written as {@code .part} and renamed when they are
 * complete. One process at a time writes to a folder, and first deletes the parts that a killed one left.
 */
final class BackupFolder implements AutoCloseable {

    private static final String PART = ".part";

    private final Path path;
    private final FileChannel lock;

    private BackupFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws CommandException if another process writes to the folder */
    static BackupFolder open(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var lock = FileChannel.open(
                path.resolve(".jadhere.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (!tryLock(lock)) {
            lock.close();
            throw new CommandException("another backup is being written to " + path);
        }
        var folder = new BackupFolder(path, lock);
        folder.deleteParts();
        return folder;
    }

    private static boolean tryLock(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void deleteParts() throws IOException {
        try (var files = Files.list(path)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(PART)
                        && ArchiveName.parse(name.substring(0, name.length() - PART.length()))
                                .isPresent()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Returns the backups in a folder, the oldest first; an empty list if there is no folder. */
    static List<ArchiveName> list(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.map(file -> ArchiveName.parse(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted(ArchiveName.BY_TIME)
                    .toList();
        }
    }

    List<ArchiveName> list() throws IOException {
        return list(path);
    }

    /** Returns the first name from this one on that no file has, encrypted or not. */
    ArchiveName unusedName(ArchiveName first) throws IOException {
        var used = list();
        var name = first;
        while (used.contains(name.with("")) || used.contains(name.with(".age")) || used.contains(name.with(".gpg"))) {
            name = name.next();
        }
        return name;
    }

    Path path(ArchiveName name) {
        return path.resolve(name.toString());
    }

    /** Returns the path of a backup that is not complete yet. */
    Path part(ArchiveName name) {
        return path.resolve(name + PART);
    }

    Path createPart(ArchiveName name) throws IOException {
        return Files.createFile(
                part(name), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Renames a complete part, after its content is on the disk; returns when the new name is, too. */
    void publish(Path part, ArchiveName name) throws IOException {
        force(part, StandardOpenOption.WRITE);
        Files.move(part, path(name));
        force(path, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    void delete(ArchiveName name) throws IOException {
        Files.delete(path(name));
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            deleteParts();
        }
    }
}
