package org.jadhere.office.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jadhere.platform.postgres.Migrator;
import org.springframework.stereotype.Component;

/** Writes all data of one snapshot to one file, and verifies it by restoring it into a scratch database. */
@Component
class Backup {

    /** An advisory lock: two backups of one database would use the same scratch database. The number is arbitrary. */
    private static final long LOCK_KEY = 0x6a616468657265L;

    private final DatabaseConnections databases;
    private final Migrator migrator;
    private final Clock clock;
    private final BackupSettings settings;
    private final Path home;

    Backup(
            DatabaseConnections databases,
            Migrator migrator,
            Clock clock,
            BackupSettings settings,
            DatabaseSettings instance) {
        this.databases = databases;
        this.migrator = migrator;
        this.clock = clock;
        this.settings = settings;
        this.home = instance.home();
    }

    /**
     * A backup that was written.
     *
     * @param expired older backups that were deleted
     */
    record Result(Path file, long bytes, Manifest manifest, boolean verified, List<ArchiveName> expired) {}

    /**
     * @param to another folder than that of the settings
     * @param program the name and version of this program
     */
    record Options(Optional<Path> to, boolean verified, String program) {}

    Path folder() {
        return settings.folderIn(home);
    }

    /** @throws CommandException if the backup cannot be written or verified; no file is left then */
    Result write(Options options, ProgressListener progress) {
        Path path = options.to().orElse(folder()).toAbsolutePath().normalize();
        var retention = RetentionPolicy.parse(settings.keep());
        migrator.migrations().requireKnownVersion();
        try (var folder = BackupFolder.open(path);
                var main = databases.main()) {
            lock(main);
            requireCipher();
            var result = write(folder, main, options, progress);
            return options.to().isEmpty() && options.verified() ? deleteExpired(folder, retention, result) : result;
        } catch (IOException | SQLException | InterruptedException e) {
            throw BackupFailure.wrap("no backup was written to " + path, e);
        }
    }

    private static void lock(Connection main) throws SQLException {
        try (var statement = main.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK_KEY + ")")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new CommandException("another backup of this database is being written");
            }
        }
    }

    private void requireCipher() throws IOException, InterruptedException {
        String recipient = settings.recipient();
        if (recipient != null) {
            Cipher.of(recipient).check(recipient);
        }
    }

    private Result write(BackupFolder folder, Connection main, Options options, ProgressListener progress)
            throws IOException, SQLException, InterruptedException {
        var name = folder.unusedName(new ArchiveName(clock.instant(), 1, ""));
        Path part = folder.createPart(name);
        var manifest = writePlain(part, main, options.program(), progress);
        if (options.verified()) {
            verify(part, main, progress);
        }
        var written = settings.recipient() == null ? name : encrypt(folder, part, name, progress);
        folder.publish(folder.part(written), written);
        return new Result(
                folder.path(written), Files.size(folder.path(written)), manifest, options.verified(), List.of());
    }

    private ArchiveName encrypt(BackupFolder folder, Path plain, ArchiveName name, ProgressListener progress)
            throws IOException, InterruptedException {
        progress.update("encrypting", 0);
        String recipient = Objects.requireNonNull(settings.recipient());
        var cipher = Cipher.of(recipient);
        var encrypted = name.with(cipher.ending());
        cipher.encrypt(plain, folder.createPart(encrypted), recipient);
        Files.delete(plain);
        return encrypted;
    }

    private Manifest writePlain(Path part, Connection main, String program, ProgressListener progress)
            throws IOException, SQLException {
        try (var snapshot = new DatabaseSnapshot(main);
                var file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            var manifest = snapshot.manifest(program, new MediaFolder(home), progress);
            new ArchiveWriter(manifest, snapshot.contents(), new MediaFolder(home), progress).write(file);
            return manifest;
        }
    }

    private void verify(Path part, Connection main, ProgressListener progress) throws IOException, SQLException {
        try (var scratch = new ScratchDatabase(databases, main, settings.scratch())) {
            new BackupVerification(scratch.connection(), migrator, progress).verify(part);
        }
    }

    private Result deleteExpired(BackupFolder folder, RetentionPolicy retention, Result result) throws IOException {
        var expired = retention.expired(folder.list(), clock.getZone()).stream()
                .filter(name -> !folder.path(name).equals(result.file()))
                .toList();
        for (ArchiveName name : expired) {
            folder.delete(name);
        }
        return new Result(result.file(), result.bytes(), result.manifest(), true, expired);
    }
}
