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

/** Writes all data of one moment into one file, and proves that they can be had back from it. */
@Component
class Backup {

    /** Two backups of one database would meet in its scratch database; the number is ours and means nothing. */
    private static final long TURN = 0x6a616468657265L;

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
     * What was done.
     *
     * @param expired older ones that were deleted
     */
    record Done(Path file, long bytes, Manifest manifest, boolean verified, List<ArchiveName> expired) {}

    /** @param program what writes it, with its version */
    record Order(Optional<Path> to, boolean verified, String program) {}

    Path folder() {
        return Objects.requireNonNullElse(settings.folder(), home.resolve("backups"))
                .toAbsolutePath();
    }

    /** @throws CommandException where it cannot be written or is not whole; then nothing is left of it */
    Done write(Order order, ProgressListener progress) {
        Path path = order.to().orElse(folder()).toAbsolutePath().normalize();
        var keep = RetentionPolicy.parse(settings.keep());
        migrator.migrations().demandKnown();
        try (var folder = BackupFolder.open(path);
                var main = databases.main()) {
            demandTurn(main);
            demandCipher();
            var done = write(folder, main, order, progress);
            return order.to().isEmpty() && order.verified() ? tidied(folder, keep, done) : done;
        } catch (IOException | SQLException | InterruptedException e) {
            throw BackupException.told("no backup was written to " + path, e);
        }
    }

    private static void demandTurn(Connection main) throws SQLException {
        try (var statement = main.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock(" + TURN + ")")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new CommandException("another backup of this database is being written");
            }
        }
    }

    private void demandCipher() throws IOException, InterruptedException {
        String recipient = settings.recipient();
        if (recipient != null) {
            Cipher.of(recipient).demand(recipient);
        }
    }

    private Done write(BackupFolder folder, Connection main, Order order, ProgressListener progress)
            throws IOException, SQLException, InterruptedException {
        var name = folder.free(new ArchiveName(clock.instant(), 1, ""));
        Path part = folder.createPart(name);
        var manifest = writePlain(part, main, order.program(), progress);
        if (order.verified()) {
            verify(part, main, progress);
        }
        var written = settings.recipient() == null ? name : encrypted(folder, part, name, progress);
        folder.publish(folder.part(written), written);
        return new Done(folder.path(written), Files.size(folder.path(written)), manifest, order.verified(), List.of());
    }

    private ArchiveName encrypted(BackupFolder folder, Path plain, ArchiveName name, ProgressListener progress)
            throws IOException, InterruptedException {
        progress.now("encrypting", 0);
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
            new ArchiveWriter(manifest, snapshot.contents(), new MediaFolder(home), progress).to(file);
            return manifest;
        }
    }

    private void verify(Path part, Connection main, ProgressListener progress) throws IOException, SQLException {
        try (var scratch = new ScratchDatabase(databases, main, settings.scratch())) {
            new BackupVerification(scratch.connection(), migrator, progress).of(part);
        }
    }

    private Done tidied(BackupFolder folder, RetentionPolicy keep, Done done) throws IOException {
        var expired = keep.expired(folder.list(), clock.getZone()).stream()
                .filter(name -> !folder.path(name).equals(done.file()))
                .toList();
        for (ArchiveName name : expired) {
            folder.delete(name);
        }
        return new Done(done.file(), done.bytes(), done.manifest(), true, expired);
    }
}
