package org.jadhere.office.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jadhere.office.backup.Manifest.MediaFile;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.junit.jupiter.api.Test;

/** A restore that is refused or fails changes nothing. */
class FailedRestoreTests extends RestoreFixture {

    @Test
    void aFailedMigrationChangesNothing() {
        var other = occupied().with("V9001__fails.sql", "insert into crew (name) values ('late'); select 1 / 0");
        var before = other.inventory();
        byte[] archive = archive();

        assertThatThrownBy(() -> other.restore(archive)).hasMessageContaining("division by zero");
        assertThat(other.inventory()).isEqualTo(before);
        assertThat(other.query(CONSTRAINTS)).isEqualTo(old.query(CONSTRAINTS));
    }

    @Test
    void aDamagedByteChangesNothing() {
        byte[] archive = archive();
        var other = occupied();
        var before = other.inventory();
        long seed = System.nanoTime();
        var random = new Random(seed);

        for (int i = 0; i < 4; i++) {
            byte[] damaged = archive.clone();
            int position = 10 + random.nextInt(archive.length - 10); // after the time and system of the gzip header
            damaged[position] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> other.restore(damaged))
                    .as("byte %d, seed %d", position, seed)
                    .isInstanceOf(CommandException.class);
        }
        assertThat(other.inventory()).as("seed %d", seed).isEqualTo(before);
        other.restore(archive);
    }

    @Test
    void aTruncatedBackupChangesNothing() {
        byte[] archive = archive();
        var other = occupied();
        var before = other.inventory();
        long seed = System.nanoTime();
        var random = new Random(seed);

        for (int i = 0; i < 4; i++) {
            byte[] cut = java.util.Arrays.copyOf(archive, i == 0 ? archive.length - 1 : random.nextInt(archive.length));
            assertThatThrownBy(() -> other.restore(cut))
                    .as("%d bytes, seed %d", cut.length, seed)
                    .isInstanceOf(CommandException.class);
        }
        assertThat(other.inventory()).as("seed %d", seed).isEqualTo(before);
    }

    @Test
    void aLostConnectionChangesNothing() {
        byte[] archive = archive();
        var other = occupied();
        var before = other.inventory();

        for (String moment : List.of("emptying", "reading history", "checking references", "migrating", "analysing")) {
            ProgressListener kill = (act, rows) -> {
                if (act.equals(moment)) {
                    old.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                            .formatted(other.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "")));
                }
            };
            assertThatThrownBy(() -> other.restore(archive, null, kill))
                    .as(moment)
                    .isInstanceOf(CommandException.class);
            assertThat(other.inventory()).as(moment).isEqualTo(before);
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        var other = occupied();

        assertThatThrownBy(() -> other.restore("dear diary".getBytes(UTF_8)))
                .hasMessageContaining("not a backup of Jadhere");
        assertThatThrownBy(() -> other.restore(new byte[0])).hasMessageContaining("not a backup of Jadhere");
        assertThatThrownBy(() -> other.restore(tar("holiday.jpg", "{}")))
                .hasMessageContaining("not a backup of Jadhere");
        assertThatThrownBy(() -> other.restore(tar(Manifest.NAME, "{}")))
                .hasMessageContaining("not a backup of Jadhere");
        assertThatThrownBy(() -> other.restore(tar(Manifest.NAME, "{\"format\": 3}")))
                .hasMessageContaining("newer format");
    }

    @Test
    void aPreReleaseBackupIsRefusedInOneLine() {
        var other = occupied();

        assertThatThrownBy(() -> other.restore(tar(Manifest.NAME, "{\"format\": 1, \"schema\": \"0035\"}")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("pre-release version of jadhere")
                .hasMessageContaining("'jadhere import DIR'")
                .message()
                .doesNotContain("\n");
        assertThat(other.query("select name from crew")).isEqualTo("theirs");
    }

    private static byte[] tar(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] text = namesAndTexts[i + 1].getBytes(UTF_8);
                var entry = new TarArchiveEntry(namesAndTexts[i]);
                entry.setSize(text.length);
                tar.putArchiveEntry(entry);
                tar.write(text);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aBackupOfANewerSchemaIsRefused() {
        var newer = old.with("V9001__more.sql", "create table more (id bigint primary key)");
        newer.flyway().migrate();
        byte[] archive = newer.bytes(newer.backUp(Instance.PLAIN, false));
        var other = occupied();

        assertThatThrownBy(() -> other.restore(archive))
                .hasMessageMatching(
                        "the backup is at version 9001 of the schema, this program knows [\\d.]+: use the newer program");
        assertThat(other.query("select name from crew")).isEqualTo("theirs");
    }

    @Test
    void nothingIsWrittenOutsideTheMediaFolder() throws IOException {
        var manifest = new ArchiveReader(new ByteArrayInputStream(archive())).manifest();
        var inventory = manifest.inventory();
        var evil = new Manifest(
                manifest.format(),
                manifest.program(),
                manifest.schema(),
                Instant.EPOCH,
                inventory.with(List.of(new MediaFile("../../evil", 0, DigestSink.text(DigestSink.digest())))));
        byte[] archive = tar(Manifest.NAME, new String(evil.toJson(), UTF_8), "media/../../evil", "");

        assertThatThrownBy(() -> other().restore(archive)).hasMessageContaining("outside the media folder");
        assertThat(temp.resolve("evil")).doesNotExist();
        assertThat(temp.resolve("new/evil")).doesNotExist();
    }

    @Test
    void refusesADatabaseInUse() {
        byte[] archive = archive();
        var busy = occupied();
        try (var session = busy.open()) {
            session.execute("select 1");
            assertThatThrownBy(() -> busy.restore(archive)).hasMessageContaining("other programs use the database");
        }
    }

    @Test
    void refusesADatabaseOfAnotherProgram() {
        byte[] archive = archive();
        var theirs = Instance.of(temp.resolve("theirs"), old.emptyDatabase("_blog"));
        theirs.execute("create table post (text text)");
        assertThatThrownBy(() -> theirs.restore(archive)).hasMessageContaining("not Jadhere's");
    }
}
