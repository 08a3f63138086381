package org.jadhere.office.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jadhere.office.backup.Backup.Result;
import org.jadhere.office.backup.Manifest.Inventory;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.cli.ProgressListener;
import org.jadhere.platform.postgres.DatabaseSettings;
import org.jadhere.platform.postgres.Migrator;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An instance that is backed up or restored: its folder, its database and the operations of the commands. */
record Instance(Path home, String url, Path migrations, Clock clock) {

    static final Instant EVENING = Instant.parse("2026-11-24T22:00:00Z");
    static final BackupSettings PLAIN = new BackupSettings(null, null, "14d 8w 12m", null);

    /** A migrated database without rows. */
    static Instance fresh(Path home) {
        return of(home, TestDatabase.fresh().url());
    }

    static Instance of(Path home, String url) {
        try {
            Path none = Files.createDirectories(home.resolve("no-migrations"));
            return new Instance(home, url, none, at(EVENING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneId.of("Europe/Paris"));
    }

    Instance on(Instant instant) {
        return new Instance(home, url, migrations, at(instant));
    }

    /** With one migration in addition to those of the program. */
    Instance with(String file, String sql) {
        try {
            Path folder = Files.createDirectories(home.resolve("migrations"));
            Files.writeString(folder.resolve(file), sql);
            return new Instance(home, url, folder, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Flyway flyway() {
        return migrator().flyway();
    }

    private Migrator migrator() {
        return new Migrator(new DriverManagerDataSource(url), instance());
    }

    CloseableDSLContext open() {
        return DSL.using(url);
    }

    void execute(String... statements) {
        try (var db = open()) {
            for (String sql : statements) {
                db.execute(sql);
            }
        }
    }

    String query(String sql) {
        try (var db = open()) {
            return String.valueOf(db.fetchValue(sql));
        }
    }

    DatabaseConnections databases() {
        return new DatabaseConnections(new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public @Nullable String getUsername() {
                return null;
            }

            @Override
            public @Nullable String getPassword() {
                return null;
            }
        });
    }

    private DatabaseSettings instance() {
        return new DatabaseSettings(
                home,
                new DatabaseSettings.Database(
                        url,
                        null,
                        null,
                        false,
                        true,
                        List.of("classpath:db/migration", "filesystem:" + migrations),
                        null,
                        Duration.ofSeconds(30)));
    }

    Result backUp(BackupSettings settings) {
        return backUp(settings, true);
    }

    Result backUp(BackupSettings settings, boolean verified) {
        return backUp(settings, verified, ProgressListener.SILENT);
    }

    Result backUp(BackupSettings settings, boolean verified, ProgressListener progress) {
        return new Backup(databases(), migrator(), clock, settings, instance())
                .write(new Backup.Options(Optional.empty(), verified, "jadhere test"), progress);
    }

    /** Creates an empty database beside that of the instance and returns its URL. */
    String emptyDatabase(String suffix) {
        String name = query("select current_database()") + suffix;
        execute("create database " + name + " template template0");
        return databases().urlOf(name);
    }

    byte[] bytes(Result done) {
        try {
            return Files.readAllBytes(done.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Manifest restore(byte[] archive) {
        return restore(archive, null, ProgressListener.SILENT);
    }

    /** Restores without asking for confirmation. */
    Manifest restore(byte[] archive, @Nullable Path identity, ProgressListener progress) {
        return Author.command("root")
                .act(() -> new Restoration(databases(), migrator(), instance())
                        .restore(new ByteArrayInputStream(archive), identity, (loss, manifest) -> {}, progress));
    }

    /** All rows and sequences except the journal of restorations. */
    Inventory inventory() {
        try (var connection = databases().main();
                var snapshot = new DatabaseSnapshot(connection)) {
            var all = RowCounts.of(snapshot.contents(), "", ProgressListener.SILENT);
            return new Inventory(
                    all.tables().stream()
                            .filter(table -> !table.name().equals("restoration"))
                            .toList(),
                    all.sequences().stream()
                            .filter(each -> !each.name().equals("restoration_id_seq"))
                            .toList(),
                    new MediaFolder(home).files());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
