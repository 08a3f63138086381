package org.jadhere.office.backup;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.flywaydb.core.api.MigrationVersion;
import org.jadhere.office.backup.Cipher.Plain;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jadhere.platform.postgres.Migrator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Restores a backup in one transaction: it replaces all data and is migrated to the schema version of this program, or
 * nothing is changed. Media files are replaced after the commit.
 */
@Component
class Restoration {

    private final DatabaseConnections databases;
    private final Migrator migrator;
    private final Path home;

    Restoration(DatabaseConnections databases, Migrator migrator, DatabaseSettings instance) {
        this.databases = databases;
        this.migrator = migrator;
        this.home = instance.home();
    }

    /** Asks the user before data is replaced; throws {@link CommandException} if the user declines. */
    interface Confirmation {
        void ask(String loss, Manifest manifest);
    }

    /** @throws CommandException if the backup cannot be restored; nothing is changed then */
    Manifest restore(InputStream file, @Nullable Path identity, Confirmation confirmation, ProgressListener progress) {
        var media = new MediaFolder(home);
        try (var main = databases.main()) {
            var plain = Cipher.decrypt(file, identity);
            try {
                return restore(plain, main, media, confirmation, progress);
            } catch (IOException damaged) {
                throw plain.explain(damaged);
            }
        } catch (Exception e) {
            throw BackupFailure.wrap("nothing was changed", e);
        } finally {
            deleteDraft(media);
        }
    }

    /** Does not close the archive, since the stream that it reads must still be checked for completeness. */
    private Manifest restore(
            Plain plain, Connection main, MediaFolder media, Confirmation confirmation, ProgressListener progress)
            throws Exception {
        var archive = new ArchiveReader(plain.bytes());
        main.setAutoCommit(false);
        confirm(main, media, archive.manifest(), confirmation);
        media.deleteDraft();
        fill(main, archive, media, progress);
        plain.requireComplete();
        main.commit();
        publish(media);
        return archive.manifest();
    }

    private static void publish(MediaFolder media) {
        try {
            media.publish();
        } catch (IOException e) {
            throw BackupFailure.wrap("the data were restored, but not the media folder", e);
        }
    }

    private static void deleteDraft(MediaFolder media) {
        try {
            media.deleteDraft();
        } catch (IOException e) {
            throw BackupFailure.wrap("the temporary files in media/.restoring cannot be deleted", e);
        }
    }

    private void confirm(Connection main, MediaFolder media, Manifest manifest, Confirmation confirmation)
            throws SQLException, IOException {
        var known = new TransactionalFlyway(main, migrator).migrations().latestKnown();
        if (manifest.version().compareTo(known) > 0) {
            throw new CommandException(
                    "the backup is at version %s of the schema, this program knows %s: use the newer program"
                            .formatted(manifest.version(), known));
        }
        var target = new TargetDatabase(new TableContents(main));
        long rows = target.rows();
        if (rows > 0 || !media.isEmpty()) {
            confirmation.ask(
                    "%,d rows, last changed %s, and %,d files"
                            .formatted(rows, target.lastChange(), media.files().size()),
                    manifest);
        }
    }

    private void fill(Connection main, ArchiveReader archive, MediaFolder media, ProgressListener progress)
            throws Exception {
        progress.update("emptying", 0);
        var flyway = new TransactionalFlyway(main, migrator);
        flyway.clean();
        flyway.migrate(archive.manifest().version());
        var contents = new TableContents(main);
        new ArchiveLoader(contents, media::write, progress).load(archive);
        progress.update("migrating", 0);
        setAuthor(contents);
        flyway.migrate(MigrationVersion.LATEST);
        finish(contents, archive.manifest(), progress);
    }

    /** Sets the author for the history, since a migration may write rows. */
    private static void setAuthor(TableContents contents) throws SQLException {
        contents.run(
                "select set_config('jadhere.actor', ?, true), set_config('jadhere.door', 'command', true)", author());
    }

    private static String author() {
        return Author.current().map(Author::name).orElse("unknown");
    }

    /**
     * Clears the transaction ids of erasures: such an id allows its transaction to erase, and another cluster may assign
     * the same id again.
     */
    private static void finish(TableContents contents, Manifest manifest, ProgressListener progress)
            throws SQLException {
        contents.run("alter table erasure disable trigger user");
        contents.run("update erasure set xact = 0");
        contents.run("alter table erasure enable trigger user");
        contents.run(
                "insert into restoration (actor, taken_at) values (?, ?)",
                author(),
                manifest.takenAt().atOffset(ZoneOffset.UTC));
        progress.update("analysing", 0);
        contents.run("analyze "
                + contents.names().stream().map(TableContents::quoted).collect(joining(", ")));
    }
}
