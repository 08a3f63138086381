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
 * Brings a backup back, in one transaction: what was there before is gone, and the backup there whole and at this
 * program's version of the schema, or nothing has changed, whatever happens meanwhile.
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

    /** Asked before data go, with what there is and what will be there instead; throws {@link CommandException} if they stay. */
    interface Consent {
        void to(String loss, Manifest manifest);
    }

    /** @throws CommandException where it cannot be done; then nothing has changed */
    Manifest of(InputStream file, @Nullable Path identity, Consent consent, ProgressListener progress) {
        var media = new MediaFolder(home);
        try (var main = databases.main()) {
            var plain = Cipher.plain(file, identity);
            try {
                return of(plain, main, media, consent, progress);
            } catch (IOException damaged) {
                throw plain.reason(damaged);
            }
        } catch (Exception e) {
            throw BackupException.told("nothing was changed", e);
        } finally {
            forget(media);
        }
    }

    /** The archive is not closed: what it is read from is still asked whether that was all. */
    private Manifest of(Plain plain, Connection main, MediaFolder media, Consent consent, ProgressListener progress)
            throws Exception {
        var archive = new ArchiveReader(plain.bytes());
        main.setAutoCommit(false);
        demandConsent(main, media, archive.manifest(), consent);
        media.beginDraft();
        fill(main, archive, media, progress);
        plain.demandWhole();
        main.commit();
        publish(media);
        return archive.manifest();
    }

    private static void publish(MediaFolder media) {
        try {
            media.publish();
        } catch (IOException e) {
            throw BackupException.told("the data were restored, but not the media folder", e);
        }
    }

    private static void forget(MediaFolder media) {
        try {
            media.forgetDraft();
        } catch (IOException e) {
            throw BackupException.told("what is left in media/.restoring cannot be deleted", e);
        }
    }

    private void demandConsent(Connection main, MediaFolder media, Manifest manifest, Consent consent)
            throws SQLException, IOException {
        var known = new TransactionalFlyway(main, migrator).migrations().known();
        if (manifest.version().compareTo(known) > 0) {
            throw new CommandException(
                    "the backup is at version %s of the schema, this program knows %s: use the newer program"
                            .formatted(manifest.version(), known));
        }
        var occupant = new TargetDatabase(new TableContents(main));
        long rows = occupant.rows();
        if (rows > 0 || !media.isEmpty()) {
            consent.to(
                    "%,d rows, last changed %s, and %,d files"
                            .formatted(
                                    rows, occupant.lastChange(), media.files().size()),
                    manifest);
        }
    }

    private void fill(Connection main, ArchiveReader archive, MediaFolder media, ProgressListener progress)
            throws Exception {
        progress.now("emptying", 0);
        var once = new TransactionalFlyway(main, migrator);
        once.empty();
        once.migrate(archive.manifest().version());
        var contents = new TableContents(main);
        new ArchiveLoader(contents, media::write, progress).of(archive);
        progress.now("migrating", 0);
        sign(contents);
        once.migrate(MigrationVersion.LATEST);
        finish(contents, archive.manifest(), progress);
    }

    /** A migration may write as well. */
    private static void sign(TableContents contents) throws SQLException {
        contents.run(
                "select set_config('jadhere.actor', ?, true), set_config('jadhere.door', 'command', true)", author());
    }

    private static String author() {
        return Author.current().map(Author::name).orElse("unknown");
    }

    /**
     * An erasure stands for the number of its transaction, which allows that one to erase: in another cluster the number
     * comes again, and is taken from it.
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
        progress.now("analysing", 0);
        contents.run("analyze "
                + contents.names().stream().map(TableContents::quoted).collect(joining(", ")));
    }
}
