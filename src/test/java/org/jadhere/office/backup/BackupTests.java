package org.jadhere.office.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup holds all data of one moment in one file. */
class BackupTests {

    @TempDir
    Path temp;

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void concurrentWritesAreNotInTheBackup() throws Exception {
        var instance = SampleInstance.create(temp.resolve("old"));
        var other = Instance.fresh(temp.resolve("new"));
        var writing = new AtomicBoolean(true);
        var writes = new AtomicInteger();
        var writer = Thread.ofPlatform().start(() -> {
            try (var db = instance.open()) {
                for (int i = 0; writing.get(); i++) {
                    db.execute("insert into app_user (username) values ('late%d')".formatted(i));
                    db.execute("update app_user set phone = '%d' where username = 'alice'".formatted(i));
                    db.execute(
                            "delete from organisation_user where user_id in (select user_id from organisation_user limit 1)");
                    writes.incrementAndGet();
                }
            }
        });
        var archive = new ByteArrayOutputStream();
        try (var connection = instance.databases().main();
                var snapshot = new DatabaseSnapshot(connection)) {
            String name = snapshot.contents()
                    .list("select pg_export_snapshot()", row -> row.getString(1))
                    .getFirst();
            ProgressListener slow = (act, rows) -> awaitWrite(writes);
            var manifest = snapshot.manifest("test", new MediaFolder(instance.home()), slow);
            new ArchiveWriter(manifest, snapshot.contents(), new MediaFolder(instance.home()), slow).write(archive);
            var expected = SampleInstance.export(instance, temp.resolve("expected"), name);
            writing.set(false);
            writer.join();

            other.restore(archive.toByteArray());
            assertThat(SampleInstance.export(other, temp.resolve("restored"))).isEqualTo(expected);
            assertThat(SampleInstance.export(instance, temp.resolve("later"))).isNotEqualTo(expected);
        }
    }

    private static void awaitWrite(AtomicInteger writes) {
        int before = writes.get();
        await().pollInterval(1, MILLISECONDS).atMost(60, SECONDS).until(() -> writes.get() > before);
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        var instance = SampleInstance.create(temp);
        var done = instance.backUp(Instance.PLAIN);

        assertThat(done.file()).isEqualTo(temp.resolve("backups/jadhere-20261124T220000Z.tar.gz"));
        assertThat(done.verified()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(done.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("backups"))))
                .isEqualTo("rwx------");
        assertThat(names(temp.resolve("backups"))).containsExactly(".jadhere.lock", "jadhere-20261124T220000Z.tar.gz");
        assertThat(instance.query("select count(*) from pg_database where datname = current_database() || '_scratch'"))
                .isEqualTo("0");
    }

    @Test
    void tarReadsTheBackup() throws Exception {
        var done = SampleInstance.create(temp).backUp(Instance.PLAIN);

        var tar = new ProcessBuilder("tar", "-xzOf", done.file().toString(), "tables/crew.csv").start();
        assertThat(new String(tar.getInputStream().readAllBytes(), UTF_8))
                .startsWith("id,external_id,name\n")
                .contains("\"équipage, «radio»\"");
    }

    @Test
    void neverOverwritesAnotherBackup() throws IOException {
        var instance = SampleInstance.create(temp);
        Path first = instance.backUp(Instance.PLAIN, false).file();
        byte[] bytes = Files.readAllBytes(first);
        instance.execute("insert into app_user (username) values ('zoe')");

        assertThat(instance.backUp(Instance.PLAIN, false).file().getFileName())
                .hasToString("jadhere-20261124T220000Z-2.tar.gz");
        assertThat(instance.backUp(Instance.PLAIN, false).file().getFileName())
                .hasToString("jadhere-20261124T220000Z-3.tar.gz");
        assertThat(first).hasBinaryContent(bytes);
    }

    @Test
    void aFailedBackupLeavesNoFile() throws IOException {
        var instance = SampleInstance.create(temp);
        Path picture = Files.createDirectories(temp.resolve("media")).resolve("a.png");
        Files.writeString(picture, "as it was measured");
        ProgressListener grows = (act, rows) -> {
            if (act.equals("writing media/a.png")) {
                append(picture);
            }
        };

        assertThatThrownBy(() -> instance.backUp(Instance.PLAIN, true, grows))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("no backup was written to");
        assertThat(names(temp.resolve("backups"))).containsExactly(".jadhere.lock");
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "and more", java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leftoversOfAKilledBackupAreRemoved() throws IOException {
        var instance = SampleInstance.create(temp);
        String scratch = instance.query("select current_database() || '_scratch'");
        instance.execute(
                "create database " + scratch,
                "comment on database %s is '%s'".formatted(scratch, ScratchDatabase.MARK));
        Files.createDirectories(temp.resolve("backups"));
        Files.writeString(temp.resolve("backups/jadhere-20261123T220000Z.tar.gz.part"), "half");
        Files.writeString(temp.resolve("backups/film.part"), "another file");

        assertThat(instance.backUp(Instance.PLAIN).verified()).isTrue();
        assertThat(names(temp.resolve("backups")))
                .containsExactly(".jadhere.lock", "film.part", "jadhere-20261124T220000Z.tar.gz");
        assertThat(instance.query("select count(*) from pg_database where datname = '%s'".formatted(scratch)))
                .isEqualTo("0");
    }

    @Test
    void oldBackupsAreDeletedAfterAVerifiedOne() throws IOException {
        var instance = SampleInstance.create(temp);
        Path folder = Files.createDirectories(temp.resolve("backups"));
        for (int day = 10; day < 20; day++) {
            Files.writeString(folder.resolve("jadhere-202611%dT220000Z.tar.gz".formatted(day)), "old");
        }
        Files.writeString(folder.resolve("jadhere.tar.gz"), "another file");
        var settings = new BackupSettings(null, null, "3d", null);

        instance.backUp(settings, false);
        assertThat(names(folder)).hasSize(13);
        instance.on(Instance.EVENING.plusSeconds(60)).backUp(settings, true);
        assertThat(names(folder))
                .containsExactly(
                        ".jadhere.lock",
                        "jadhere-20261118T220000Z.tar.gz",
                        "jadhere-20261119T220000Z.tar.gz",
                        "jadhere-20261124T220100Z.tar.gz",
                        "jadhere.tar.gz");
    }

    @Test
    void anEmptyDatabaseIsNotBackedUp() {
        var instance =
                Instance.of(temp, Instance.of(temp, TestDatabase.fresh().url()).emptyDatabase("_empty"));

        assertThatThrownBy(() -> instance.backUp(Instance.PLAIN)).hasMessageContaining("nothing to back up");
    }
}
