package org.jadhere.office.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jadhere.office.backup.Manifest.MediaFile;
import org.jadhere.platform.cli.CommandException;
import org.jspecify.annotations.Nullable;

/**
 * The optional folder of media files of an instance: regular files, no links. The folder itself is never replaced, since
 * it must keep its permissions and the program may not be able to write to the parent folder.
 */
final class MediaFolder {

    private final Path path;
    private final Path draft;

    MediaFolder(Path home) {
        path = home.resolve("media");
        draft = path.resolve(".restoring");
    }

    List<MediaFile> files() throws IOException {
        var found = new ArrayList<MediaFile>();
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return directory.equals(draft) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        found.add(measure(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        found.sort(Comparator.comparing(MediaFile::path));
        return found;
    }

    private MediaFile measure(Path file) throws IOException {
        var digest = new DigestSink();
        Files.copy(file, digest);
        String name =
                path.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return new MediaFile(name, digest.bytes(), digest.sha256());
    }

    boolean isEmpty() throws IOException {
        return files().isEmpty();
    }

    InputStream read(MediaFile file) throws IOException {
        return Files.newInputStream(path.resolve(file.path()));
    }

    /** Deletes the files of a restoration that was interrupted or failed. */
    void deleteDraft() throws IOException {
        delete(draft);
    }

    void write(MediaFile file, InputStream from) throws IOException {
        Path to = draft.resolve(file.path()).normalize();
        if (!to.startsWith(draft) || to.equals(draft)) {
            throw new CommandException("the archive reaches outside the media folder: " + file.path());
        }
        createFolders(Objects.requireNonNull(to.getParent()));
        Files.copy(from, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r-----"));
    }

    /** The group is that of the web server, which reads the files. */
    private void createFolders(Path folder) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    }

    /** Replaces the files of the folder by those of the draft. */
    void publish() throws IOException {
        for (Path old : list(path)) {
            if (!old.equals(draft)) {
                delete(old);
            }
        }
        for (Path file : list(draft)) {
            Files.move(file, path.resolve(file.getFileName()));
        }
        delete(draft);
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
