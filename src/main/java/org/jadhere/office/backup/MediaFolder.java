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
 * The folder of files that belong to an instance's data, where it has one: regular files, no links. The folder itself is
 * never replaced: who may read it was decided by whoever made it, and the program may write nowhere beside it.
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
                        found.add(measured(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        found.sort(Comparator.comparing(MediaFile::path));
        return found;
    }

    private MediaFile measured(Path file) throws IOException {
        var fingerprint = new DigestSink();
        Files.copy(file, fingerprint);
        String name =
                path.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return new MediaFile(name, fingerprint.bytes(), fingerprint.sha256());
    }

    boolean isEmpty() throws IOException {
        return files().isEmpty();
    }

    InputStream read(MediaFile file) throws IOException {
        return Files.newInputStream(path.resolve(file.path()));
    }

    /** Begins a restoration, without what an interrupted one left. */
    void beginDraft() throws IOException {
        delete(draft);
    }

    void write(MediaFile file, InputStream from) throws IOException {
        Path to = draft.resolve(file.path()).normalize();
        if (!to.startsWith(draft) || to.equals(draft)) {
            throw new CommandException("the archive reaches outside the media folder: " + file.path());
        }
        makeFolders(Objects.requireNonNull(to.getParent()));
        Files.copy(from, to);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r-----"));
    }

    /** Its group is the web server's, which reads what is there. */
    private void makeFolders(Path folder) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    }

    /** What the draft holds takes the place of what the folder held. */
    void publish() throws IOException {
        for (Path old : within(path)) {
            if (!old.equals(draft)) {
                delete(old);
            }
        }
        for (Path file : within(draft)) {
            Files.move(file, path.resolve(file.getFileName()));
        }
        delete(draft);
    }

    void forgetDraft() throws IOException {
        delete(draft);
    }

    private static List<Path> within(Path folder) throws IOException {
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
