package org.jadhere.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.Jadhere;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A database is migrated on request only, and loses data only after explicit consent. */
class MigrationsTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();

    private record Result(int status, String output) {}

    private Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        var failed = new StringBuilder();
        try {
            var all = new ArrayList<>(List.of(arguments));
            all.add("--set=jadhere.database.url=" + database.url());
            all.add("--set=jadhere.database.migrations=classpath:db/migration,filesystem:" + folder);
            int status = new CommandLine(new Jadhere())
                    .setExecutionExceptionHandler((failure, command, parsed) -> {
                        failed.append(org.springframework.core.NestedExceptionUtils.getMostSpecificCause(failure)
                                .getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    })
                    .execute(all.toArray(String[]::new));
            return new Result(status, out.toString(StandardCharsets.UTF_8) + failed);
        } finally {
            System.setOut(before);
        }
    }

    private void migration(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }

    @Test
    void anIrreversibleMigrationNeedsConsent() throws IOException {
        assertThat(run("migrate", "--plan")).isEqualTo(new Result(0, "Nothing to run: the database is up to date.\n"));
        migration("V9001__adds.sql", "create table added (id bigint primary key)");
        migration("V9002__forgets.sql", "-- irreversible: failed logins\ndrop table login_failure");

        assertThat(run("migrate", "--plan"))
                .isEqualTo(new Result(0, "9001 adds\n9002 forgets: CANNOT BE UNDONE, loses failed logins\n"));
        var result = run("migrate");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .contains("9002 (forgets) loses failed logins", "--accept-irreversible")
                .doesNotContain("\n");
        try (var db = database.open()) {
            assertThat(db.fetchValue("select to_regclass('added')")).isNull();
        }
        assertThat(run("check", "--set=jadhere.database.migrate=true").output())
                .contains("9002 (forgets) loses failed logins");

        assertThat(run("migrate", "--accept-irreversible"))
                .isEqualTo(new Result(0, "The database is at version 9002.\n"));
    }

    @Test
    void aProgramOlderThanTheDatabaseRefuses() throws IOException {
        migration("V9001__adds.sql", "create table added (id bigint primary key)");
        run("migrate");
        Files.delete(folder.resolve("V9001__adds.sql"));

        for (String command : List.of("check", "migrate")) {
            var result = run(command);
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.output())
                    .matches(
                            "the database is at version 9001, this program knows [\\d.]+: use the newer program or restore a backup");
        }
    }

    /** An edited migration, one that no longer exists, and the history of the migrations before they were rewritten. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1 where version = '0007'",
                "update flyway_schema_history set version = '0007.1' where version = '0007'",
                "update flyway_schema_history set checksum = 1, version = case version when '0024' then '0035' else version end"
            })
    void aPreReleaseDatabaseIsRefusedInOneLine(String rewrite) {
        assertThat(run("check").status()).isZero();
        try (var db = database.open()) {
            db.execute(rewrite);
        }

        for (List<String> command : List.of(
                List.of("check"),
                List.of("serve"),
                List.of("migrate"),
                List.of("migrate", "--plan"),
                List.of("export", folder.toString()),
                List.of("backup", "--to=" + folder))) {
            var result = run(command.toArray(String[]::new));
            assertThat(result.status()).as("%s", command).isEqualTo(1);
            assertThat(result.output())
                    .as("%s", command)
                    .startsWith("the database was created by a pre-release version of jadhere (its migration 00")
                    .endsWith("then import them into a new database with this one ('jadhere import DIR')")
                    .doesNotContain("\n");
        }
    }
}
