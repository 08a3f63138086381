package org.jadhere.office.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jadhere.office.backup.Manifest.Holding;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.jadhere.platform.postgres.Migrator;

/** Restores a backup where nobody needs it, and reads all of it back: what comes out must be what went in. */
final class BackupVerification {

    private final Connection scratch;
    private final Migrator migrator;
    private final ProgressListener progress;

    BackupVerification(Connection scratch, Migrator migrator, ProgressListener progress) {
        this.scratch = scratch;
        this.migrator = migrator;
        this.progress = progress;
    }

    /** In a transaction that is never committed. */
    void of(Path file) throws SQLException {
        scratch.setAutoCommit(false);
        try (var archive = new ArchiveReader(Files.newInputStream(file))) {
            var restored = restored(archive);
            var written = archive.manifest().holding();
            if (!restored.equals(written.with(restored.media()))) {
                throw new CommandException("the backup is not good: %s come back as something else"
                        .formatted(differing(written, restored)));
            }
        } catch (Exception e) {
            throw BackupException.told("the backup is not good", e);
        } finally {
            scratch.rollback();
        }
    }

    private Holding restored(ArchiveReader archive) throws Exception {
        var once = new TransactionalFlyway(scratch, migrator);
        once.empty();
        once.migrate(archive.manifest().version());
        var contents = new TableContents(scratch);
        new ArchiveLoader(contents, (file, bytes) -> {}, named("verifying: ")).of(archive);
        return RowCounts.of(contents, "verifying: comparing", progress);
    }

    private ProgressListener named(String act) {
        return (what, rows) -> progress.update(act + what, rows);
    }

    private static String differing(Holding written, Holding restored) {
        return written.tables().stream()
                .filter(table -> !restored.tables().contains(table))
                .map(Manifest.TableData::name)
                .findFirst()
                .map(table -> "rows of " + table)
                .orElse("sequences");
    }
}
