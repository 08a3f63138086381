package org.jadhere.office.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All data of one moment, in one file that was proved to be whole. */
class BackupTests {

    @TempDir
    Path temp;

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsNotInItAndWhatWasThereIs() throws Exception {
        var place = Filled.place(temp.resolve("old"));
        var other = Place.fresh(temp.resolve("new"));
        var written = new AtomicBoolean(true);
        var writer = Thread.ofPlatform().start(() -> {
            try (var db = place.open()) {
                for (int i = 0; written.get(); i++) {
                    db.execute("insert into app_user (username) values ('late%d')".formatted(i));
                    db.execute("update app_user set phone = '%d' where username = 'alice'".formatted(i));
                    db.execute(
                            "delete from organisation_user where user_id in (select user_id from organisation_user limit 1)");
                }
            }
        });
        var archive = new ByteArrayOutputStream();
        try (var connection = place.databases().main();
                var snapshot = new DatabaseSnapshot(connection)) {
            String name = snapshot.contents()
                    .list("select pg_export_snapshot()", row -> row.getString(1))
                    .getFirst();
            ProgressListener slow = (act, rows) -> sleep();
            var manifest = snapshot.manifest("test", new MediaFolder(place.home()), slow);
            new ArchiveWriter(manifest, snapshot.contents(), new MediaFolder(place.home()), slow).write(archive);
            var expected = Filled.export(place, temp.resolve("expected"), name);
            written.set(false);
            writer.join();

            other.restore(archive.toByteArray());
            assertThat(Filled.export(other, temp.resolve("restored"))).isEqualTo(expected);
            assertThat(Filled.export(place, temp.resolve("later"))).isNotEqualTo(expected);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isForItsOwnersEyesAloneAndLeavesNothingBeside() throws IOException {
        var place = Filled.place(temp);
        var done = place.backUp(Place.PLAIN);

        assertThat(done.file()).isEqualTo(temp.resolve("backups/jadhere-20261124T220000Z.tar.gz"));
        assertThat(done.verified()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(done.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("backups"))))
                .isEqualTo("rwx------");
        assertThat(names(temp.resolve("backups"))).containsExactly(".jadhere.lock", "jadhere-20261124T220000Z.tar.gz");
        assertThat(place.ask("select count(*) from pg_database where datname = current_database() || '_scratch'"))
                .isEqualTo("0");
    }

    @Test
    void anyProgramReadsIt() throws Exception {
        var done = Filled.place(temp).backUp(Place.PLAIN);

        var tar = new ProcessBuilder("tar", "-xzOf", done.file().toString(), "tables/crew.csv").start();
        assertThat(new String(tar.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("id,external_id,name\n")
                .contains("\"équipage, «radio»\"");
    }

    @Test
    void neverTakesThePlaceOfAnother() throws IOException {
        var place = Filled.place(temp);
        Path first = place.backUp(Place.PLAIN, false).file();
        byte[] bytes = Files.readAllBytes(first);
        place.tell("insert into app_user (username) values ('zoe')");

        assertThat(place.backUp(Place.PLAIN, false).file().getFileName())
                .hasToString("jadhere-20261124T220000Z-2.tar.gz");
        assertThat(place.backUp(Place.PLAIN, false).file().getFileName())
                .hasToString("jadhere-20261124T220000Z-3.tar.gz");
        assertThat(first).hasBinaryContent(bytes);
    }

    @Test
    void whatFailsLeavesNothing() throws IOException {
        var place = Filled.place(temp);
        Path picture = Files.createDirectories(temp.resolve("media")).resolve("a.png");
        Files.writeString(picture, "as it was measured");
        ProgressListener grows = (act, rows) -> {
            if (act.equals("writing media/a.png")) {
                append(picture);
            }
        };

        assertThatThrownBy(() -> place.backUp(Place.PLAIN, true, grows))
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
    void whatAKilledOneLeftStopsNobody() throws IOException {
        var place = Filled.place(temp);
        String scratch = place.ask("select current_database() || '_scratch'");
        place.tell(
                "create database " + scratch,
                "comment on database %s is '%s'".formatted(scratch, ScratchDatabase.MARK));
        Files.createDirectories(temp.resolve("backups"));
        Files.writeString(temp.resolve("backups/jadhere-20261123T220000Z.tar.gz.part"), "half");
        Files.writeString(temp.resolve("backups/film.part"), "not ours");

        assertThat(place.backUp(Place.PLAIN).verified()).isTrue();
        assertThat(names(temp.resolve("backups")))
                .containsExactly(".jadhere.lock", "film.part", "jadhere-20261124T220000Z.tar.gz");
        assertThat(place.ask("select count(*) from pg_database where datname = '%s'".formatted(scratch)))
                .isEqualTo("0");
    }

    @Test
    void isTriedInAGivenDatabaseWhichStaysEmpty() throws IOException {
        var place = Filled.place(temp);
        String url = emptyDatabase(place, "_given");

        place.backUp(new BackupSettings(null, null, "1d", url));
        assertThat(Place.of(temp.resolve("given"), url)
                        .ask("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    static String emptyDatabase(Place place, String suffix) {
        String name = place.ask("select current_database()") + suffix;
        place.tell("create database " + name + " template template0");
        return place.databases().urlOf(name);
    }

    @Test
    void isNeverTriedInSomebodysData() throws IOException {
        var place = Filled.place(temp.resolve("ours"));
        var theirs = Place.of(temp.resolve("theirs"), emptyDatabase(place, "_theirs"));
        theirs.tell(
                "create schema archive",
                "create table archive.letters (text text)",
                "insert into archive.letters values ('dear')");

        assertThatThrownBy(() -> place.backUp(new BackupSettings(null, null, "1d", theirs.url())))
                .hasMessageContaining("contains other data");
        assertThatThrownBy(() -> place.backUp(new BackupSettings(null, null, "1d", place.url())))
                .hasMessageContaining("contains other data");
        assertThat(theirs.ask("select text from archive.letters")).isEqualTo("dear");
    }

    @Test
    void saysWhatToDoWhereTheRoleMayNotMakeADatabase() throws IOException {
        var place = Filled.place(temp);
        String name = place.ask("select current_database()");
        var root = Place.of(temp.resolve("root"), place.url().replace("user=jadhere", "user=postgres"));
        root.tell(
                "create role plain_%s login password 'x'".formatted(name),
                "alter database %s owner to plain_%1$s".formatted(name));
        root.tell("reassign owned by jadhere to plain_" + name);
        var plain = Place.of(temp, place.url().replaceFirst("user=.*", "user=plain_" + name + "&password=x"));
        try {
            assertThatThrownBy(() -> plain.backUp(Place.PLAIN))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("'create database \"%s_scratch\" owner \"plain_%1$s\"'".formatted(name));
            root.tell("create database %s_scratch owner plain_%1$s".formatted(name));
            var done = plain.backUp(Place.PLAIN);
            assertThat(done.verified()).isTrue();
            plain.tell("insert into crew (name) values ('late')");
            var before = done.manifest().inventory();
            plain.restore(plain.bytes(done));
            assertThat(plain.inventory().rows()).isEqualTo(before.rows());
        } finally {
            root.tell(
                    "reassign owned by plain_%s to jadhere".formatted(name),
                    "drop database if exists %s_scratch".formatted(name),
                    "drop owned by plain_" + name,
                    "drop role plain_" + name);
        }
    }

    @Test
    void oldOnesGoOnlyOnceANewOneIsProved() throws IOException {
        var place = Filled.place(temp);
        Path folder = Files.createDirectories(temp.resolve("backups"));
        for (int day = 10; day < 20; day++) {
            Files.writeString(folder.resolve("jadhere-202611%dT220000Z.tar.gz".formatted(day)), "old");
        }
        Files.writeString(folder.resolve("jadhere.tar.gz"), "somebody's");
        var settings = new BackupSettings(null, null, "3d", null);

        place.backUp(settings, false);
        assertThat(names(folder)).hasSize(13);
        place.on(Place.EVENING.plusSeconds(60)).backUp(settings, true);
        assertThat(names(folder))
                .containsExactly(
                        ".jadhere.lock",
                        "jadhere-20261118T220000Z.tar.gz",
                        "jadhere-20261119T220000Z.tar.gz",
                        "jadhere-20261124T220100Z.tar.gz",
                        "jadhere.tar.gz");
    }

    @Test
    void anEmptyDatabaseHasNothingToBackUp() {
        var place =
                Place.of(temp, emptyDatabase(Place.of(temp, TestDatabase.fresh().url()), "_empty"));

        assertThatThrownBy(() -> place.backUp(Place.PLAIN)).hasMessageContaining("nothing to back up");
    }
}
