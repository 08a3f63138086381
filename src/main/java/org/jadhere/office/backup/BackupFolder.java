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
 * Where backups are: for their owner's eyes alone, and one that has its name is whole. They are written as {@code .part};
 * one program at a time writes to a folder, and takes away first what a killed one left.
 */
final class BackupFolder implements AutoCloseable {

    private static final String PART = ".part";

    private final Path path;
    private final FileChannel turn;

    private BackupFolder(Path path, FileChannel turn) {
        this.path = path;
        this.turn = turn;
    }

    /** @throws CommandException where another backup is being written to it */
    static BackupFolder open(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var turn = FileChannel.open(
                path.resolve(".jadhere.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (!isFree(turn)) {
            turn.close();
            throw new CommandException("another backup is being written to " + path);
        }
        var folder = new BackupFolder(path, turn);
        folder.forgetParts();
        return folder;
    }

    private static boolean isFree(FileChannel turn) throws IOException {
        try {
            return turn.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void forgetParts() throws IOException {
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

    /** Backups of a folder, from old to new; none where there is no folder. */
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

    /** The first such name that no file has, however it is encrypted. */
    ArchiveName free(ArchiveName wanted) throws IOException {
        var taken = list();
        var name = wanted;
        while (taken.contains(name.with(""))
                || taken.contains(name.with(".age"))
                || taken.contains(name.with(".gpg"))) {
            name = name.next();
        }
        return name;
    }

    Path path(ArchiveName name) {
        return path.resolve(name.toString());
    }

    /** What it is called until it is whole. */
    Path part(ArchiveName name) {
        return path.resolve(name + PART);
    }

    Path createPart(ArchiveName name) throws IOException {
        return Files.createFile(
                part(name), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** On the disk, under its name, and the name as well. */
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
        try (turn) {
            forgetParts();
        }
    }
}
