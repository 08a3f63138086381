package org.jadhere.office.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jadhere.office.backup.Manifest.Inventory;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.jadhere.platform.postgres.Migrator;

/** Restores a backup into a scratch database, and compares sizes and hashes of all tables with the manifest. */
final class BackupVerification {

    private final Connection scratch;
    private final Migrator migrator;
    private final ProgressListener progress;

    BackupVerification(Connection scratch, Migrator migrator, ProgressListener progress) {
        this.scratch = scratch;
        this.migrator = migrator;
        this.progress = progress;
    }

    /** Runs in a transaction that is never committed. */
    void verify(Path file) throws SQLException {
        scratch.setAutoCommit(false);
        try (var archive = new ArchiveReader(Files.newInputStream(file))) {
            var restored = restore(archive);
            var written = archive.manifest().inventory();
            if (!restored.equals(written.with(restored.media()))) {
                throw new CommandException(
                        "the backup is not good: %s are restored differently".formatted(difference(written, restored)));
            }
        } catch (Exception e) {
            throw BackupFailure.wrap("the backup is not good", e);
        } finally {
            scratch.rollback();
        }
    }

    private Inventory restore(ArchiveReader archive) throws Exception {
        var flyway = new TransactionalFlyway(scratch, migrator);
        flyway.clean();
        flyway.migrate(archive.manifest().version());
        var contents = new TableContents(scratch);
        new ArchiveLoader(contents, (file, bytes) -> {}, prefixed("verifying: ")).load(archive);
        return RowCounts.of(contents, "verifying: comparing", progress);
    }

    private ProgressListener prefixed(String prefix) {
        return (step, rows) -> progress.update(prefix + step, rows);
    }

    private static String difference(Inventory written, Inventory restored) {
        return written.tables().stream()
                .filter(table -> !restored.tables().contains(table))
                .map(Manifest.TableData::name)
                .findFirst()
                .map(table -> "rows of " + table)
                .orElse("sequences");
    }
}
