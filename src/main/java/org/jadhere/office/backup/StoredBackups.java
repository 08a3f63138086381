package org.jadhere.office.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The backups in the folder of the settings, for monitoring. */
public record StoredBackups(Path folder) {

    /** A backup, which may be empty or readable by others. */
    public record StoredBackup(Path file, Instant takenAt, boolean encrypted) {}

    public Optional<StoredBackup> newest() {
        try {
            return BackupFolder.list(folder).reversed().stream()
                    .findFirst()
                    .map(name -> new StoredBackup(
                            folder.resolve(name.toString()),
                            name.takenAt(),
                            !name.ending().isEmpty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
