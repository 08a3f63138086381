package org.jadhere.office.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jadhere.support.Refusals.refusedBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.flywaydb.core.api.MigrationInfo;
import org.jadhere.office.backup.Manifest.Inventory;
import org.jadhere.office.backup.Manifest.MediaFile;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.cli.ProgressListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup comes back whole, or nothing changes. */
class RestoreTests {

    private static final String WATCHES = """
            select string_agg(line, e'\\n' order by line) from (
              select format('%s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
              union all select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
              union all select indexdef from pg_indexes where schemaname = 'public') watch (line)""";

    @TempDir
    Path temp;

    private Place old;

    @BeforeEach
    void open() throws IOException {
        old = Filled.place(temp.resolve("old"));
    }

    private Place other() {
        return Place.fresh(temp.resolve("new"));
    }

    /** An instance with rows of its own, and what they are. */
    private Place occupied() {
        var place = other();
        place.tell("insert into app_user (username) values ('zoe')", "insert into crew (name) values ('theirs')");
        return place;
    }

    private byte[] archive() {
        return old.bytes(old.backUp(Place.PLAIN, false));
    }

    @Test
    void bringsBackEveryRowAndGoesOnFromThere() throws IOException {
        Path picture = Files.createDirectories(old.home().resolve("media/é à")).resolve("x".repeat(120) + ".png");
        Files.write(picture, new byte[] {0, -1, 7});
        var other = other();
        var written = old.inventory();
        other.restore(archive());

        assertThat(withoutTransactions(other.inventory())).isEqualTo(withoutTransactions(written));
        assertThat(other.home().resolve(old.home().relativize(picture))).hasBinaryContent(new byte[] {0, -1, 7});
        assertThat(other.ask(WATCHES)).isEqualTo(old.ask(WATCHES));
        other.tell("insert into app_user (username) values ('late')");
        assertThat(other.ask("select id from app_user where username = 'late'"))
                .isEqualTo(old.ask("select max(id) + 1 from app_user"));
    }

    /** The number of an erasure's transaction is no datum. */
    private static Inventory withoutTransactions(Inventory inventory) {
        return new Inventory(
                inventory.tables().stream()
                        .filter(table -> !table.name().equals("erasure"))
                        .toList(),
                inventory.sequences(),
                inventory.media());
    }

    @Test
    void theHistoryAndTheJournalProtectThemselvesAsBefore() {
        var other = other();
        other.restore(archive());

        try (var db = other.open()) {
            assertThat(refusedBy(() -> db.execute("update history set actor = 'nobody'")))
                    .isEqualTo("history_kept");
            assertThat(refusedBy(() -> db.execute("delete from history"))).isEqualTo("history_kept");
            assertThat(refusedBy(() -> db.execute("truncate app_user cascade"))).isEqualTo("history_complete");
            assertThat(refusedBy(() -> db.execute("delete from restoration"))).isEqualTo("restoration_kept");
            assertThat(
                            refusedBy(
                                    () -> db.execute(
                                            "delete from user_email where position = 0 and user_id in (select user_id from user_email where position > 0)")))
                    .isNotEqualTo("nothing");
        }
        other.tell("insert into address_question (actor, door, address, instant, reason, answer) "
                + "values ('erin', 'web', '192.0.2.7', '2021-03-03 13:05Z', 'another', 'not_ours')");
        assertThat(other.ask("select count(*) from address_question")).isEqualTo("4");
        assertThat(other.ask("select count(*) from address_question_break")).isEqualTo("0");
        assertThat(other.ask("select count(*) from history")).isEqualTo(old.ask("select count(*) from history"));
    }

    @Test
    void isOnRecordAndNoOldErasureAllowsANewOne() {
        var other = other();
        other.restore(archive());

        assertThat(other.ask("select actor || ' ' || (taken_at < at) from restoration"))
                .isEqualTo("root true");
        assertThat(other.ask("select count(*) || ' ' || max(xact) from erasure"))
                .isEqualTo("1 0");
    }

    @Test
    void valuesOfEveryKindComeBackAsTheyWere() {
        String odd = """
                create table "Odd, ""one" (
                  "key é" text primary key, nothing text, empty text not null default '', bytes bytea, days daterange, at tstzrange,
                  document jsonb, words text[], amount numeric, ratio double precision, moment timestamptz, pause interval, bits bit(3),
                  net inet, twice text generated always as ("key é" || "key é") stored, counted bigint generated by default as identity);
                create function refuse() returns trigger language plpgsql as $$ begin raise exception 'watched'; end $$;
                create trigger always before update on "Odd, ""one" execute function refuse();
                create trigger never before delete on "Odd, ""one" execute function refuse();
                create trigger copies before insert on "Odd, ""one" for each row execute function refuse();
                alter table "Odd, ""one" enable always trigger always, disable trigger never, enable replica trigger copies;
                insert into "Odd, ""one" ("key é") values ('born')""";
        var place = old.with("V9001__odd.sql", odd);
        place.flyway().migrate();
        place.tell(
                """
                insert into "Odd, ""one" values
                 (e'a"b,\\n\\r\\té🦉', null, '', '\\x00ff', '[2024-02-29,)', '(,2025-03-30 01:30Z]', '{"b": 1, "a": "é\\u0001"}', '{NULL,"NULL",""}',
                  0.10, 'NaN', 'infinity', '1 mon -3 days', B'101', '2001:db8::/32'),
                 ('\\.', '', '\\N', null, 'empty', null, 'null', '{}', 'NaN', 1e-300, '0044-03-15 12:00 BC', '0', B'000', '::ffff:10.0.0.1')""",
                "insert into \"Odd, \"\"one\" (\"key é\") values ('Z'), ('a'), ('é')",
                "alter table \"Odd, \"\"one\" alter counted restart with 1000",
                "delete from \"Odd, \"\"one\" where \"key é\" = 'born'");
        var other = other().with("V9001__odd.sql", odd);
        other.restore(place.bytes(place.backUp(Place.PLAIN)));

        assertThat(withoutTransactions(other.inventory())).isEqualTo(withoutTransactions(place.inventory()));
        assertThat(other.ask(WATCHES)).isEqualTo(place.ask(WATCHES));
        assertThat(other.ask("select twice from \"Odd, \"\"one\" where \"key é\" = 'é'"))
                .isEqualTo("éé");
    }

    @Test
    void anOlderBackupIsBroughtUpToDate() {
        var place = Place.of(temp.resolve("older"), BackupTests.emptyDatabase(old, "_older"));
        var beforeTheLast = Stream.of(place.flyway().info().all())
                .map(MigrationInfo::getVersion)
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .orElseThrow();
        org.flywaydb.core.Flyway.configure()
                .configuration(place.flyway().getConfiguration())
                .target(beforeTheLast)
                .load()
                .migrate();
        place.tell("insert into app_user (username) values ('alice')");
        var done = place.backUp(Place.PLAIN);
        var other = occupied();
        other.restore(place.bytes(done));

        assertThat(done.manifest().schema()).isEqualTo(beforeTheLast.getVersion());
        assertThat(other.ask("select string_agg(username, ' ') from app_user")).isEqualTo("alice");
        assertThat(other.ask("select count(*) from restoration")).isEqualTo("1");
        assertThat(other.ask(WATCHES)).isEqualTo(old.ask(WATCHES));
    }

    @Test
    void aMigrationThatFailsOnTheOldDataLeavesWhatWasThere() {
        var other = occupied().with("V9001__fails.sql", "insert into crew (name) values ('nobody'); select 1 / 0");
        var before = other.inventory();
        byte[] archive = archive();

        assertThatThrownBy(() -> other.restore(archive)).hasMessageContaining("division by zero");
        assertThat(other.inventory()).isEqualTo(before);
        assertThat(other.ask(WATCHES)).isEqualTo(old.ask(WATCHES));
    }

    @Test
    void aDamagedByteAnywhereChangesNothing() {
        byte[] archive = archive();
        var other = occupied();
        var before = other.inventory();
        long seed = System.nanoTime();
        var random = new Random(seed);

        for (int i = 0; i < 4; i++) {
            byte[] damaged = archive.clone();
            int place =
                    10 + random.nextInt(archive.length - 10); // before it stand a date and a system, which mean nothing
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> other.restore(damaged))
                    .as("byte %d, seed %d", place, seed)
                    .isInstanceOf(CommandException.class);
        }
        assertThat(other.inventory()).as("seed %d", seed).isEqualTo(before);
        other.restore(archive);
    }

    @Test
    void oneThatIsCutOffAnywhereChangesNothing() {
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
    void aConnectionThatIsKilledOnTheWayLeavesTheOldDataWhole() {
        byte[] archive = archive();
        var other = occupied();
        var before = other.inventory();

        for (String moment : List.of("emptying", "reading history", "checking references", "migrating", "analysing")) {
            ProgressListener kill = (act, rows) -> {
                if (act.equals(moment)) {
                    old.tell("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
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
    void filesOfOthersAreRefused() throws IOException {
        var other = occupied();

        assertThatThrownBy(() -> other.restore("dear diary".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
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
        assertThat(other.ask("select name from crew")).isEqualTo("theirs");
    }

    private static byte[] tar(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] text = namesAndTexts[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8);
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
    void oneOfANewerSchemaIsRefused() {
        var newer = old.with("V9001__more.sql", "create table more (id bigint primary key)");
        newer.flyway().migrate();
        byte[] archive = newer.bytes(newer.backUp(Place.PLAIN, false));
        var other = occupied();

        assertThatThrownBy(() -> other.restore(archive))
                .hasMessageMatching(
                        "the backup is at version 9001 of the schema, this program knows [\\d.]+: use the newer program");
        assertThat(other.ask("select name from crew")).isEqualTo("theirs");
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
        byte[] archive = tar(
                Manifest.NAME,
                new String(evil.toJson(), java.nio.charset.StandardCharsets.UTF_8),
                "media/../../evil",
                "");

        assertThatThrownBy(() -> other().restore(archive)).hasMessageContaining("outside the media folder");
        assertThat(temp.resolve("evil")).doesNotExist();
        assertThat(temp.resolve("new/evil")).doesNotExist();
    }

    @Test
    void waitsForWhoIsJustLeaving() throws Exception {
        byte[] archive = archive();
        var place = occupied();
        var session = place.open();
        session.execute("select 1");
        var leaving = CompletableFuture.runAsync(
                session::close, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        place.restore(archive);

        leaving.get();
        assertThat(place.ask("select count(*) from app_user")).isEqualTo(old.ask("select count(*) from app_user"));
    }

    @Test
    void goesIntoNoDatabaseThatIsInUseOrSomebodyElses() {
        byte[] archive = archive();
        var busy = occupied();
        try (var session = busy.open()) {
            session.execute("select 1");
            assertThatThrownBy(() -> busy.restore(archive)).hasMessageContaining("other programs use the database");
        }
        var theirs = Place.of(temp.resolve("theirs"), BackupTests.emptyDatabase(old, "_blog"));
        theirs.tell("create table post (text text)");
        assertThatThrownBy(() -> theirs.restore(archive)).hasMessageContaining("not Jadhere's");
    }
}
