package org.jadhere.office.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder that backups are put into, looked at from outside. */
@Component
class BackupStatus {

    private static final Pattern NAME = Pattern.compile("jadhere-.+\\.tar\\.gz(\\.\\w+)?");

    private final Path folder;

    BackupStatus(@Value("${jadhere.backup.folder:}") String folder, @Value("${jadhere.home}") Path home) {
        this.folder = folder.isBlank() ? home.resolve("backups") : Path.of(folder);
    }

    Path folder() {
        return folder;
    }

    /** A file that is one by its name, and when it was last written to. */
    record Backup(Path file, Instant at) {

        /** What has a name after {@code .tar.gz} went through a program that encrypts. */
        boolean isEncrypted() {
            return !file.toString().endsWith(".gz");
        }
    }

    Optional<Backup> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .map(BackupStatus::backup)
                    .max(Comparator.comparing(Backup::at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Backup backup(Path file) {
        try {
            return new Backup(file, Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
