package org.jadhere.office.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.jadhere.platform.cli.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is verified by restoring it into a scratch database. */
class BackupVerificationTests {

    @TempDir
    Path temp;

    @Test
    void isVerifiedInTheConfiguredDatabase() throws IOException {
        var instance = SampleInstance.create(temp);
        String url = instance.emptyDatabase("_given");

        instance.backUp(new BackupSettings(null, null, "1d", url));
        assertThat(Instance.of(temp.resolve("given"), url)
                        .query("select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    @Test
    void isNeverVerifiedInADatabaseWithData() throws IOException {
        var instance = SampleInstance.create(temp.resolve("ours"));
        var theirs = Instance.of(temp.resolve("theirs"), instance.emptyDatabase("_theirs"));
        theirs.execute(
                "create schema archive",
                "create table archive.letters (text text)",
                "insert into archive.letters values ('dear')");

        assertThatThrownBy(() -> instance.backUp(new BackupSettings(null, null, "1d", theirs.url())))
                .hasMessageContaining("contains other data");
        assertThatThrownBy(() -> instance.backUp(new BackupSettings(null, null, "1d", instance.url())))
                .hasMessageContaining("contains other data");
        assertThat(theirs.query("select text from archive.letters")).isEqualTo("dear");
    }

    @Test
    void namesTheStatementForARoleWithoutCreatedb() throws IOException {
        var instance = SampleInstance.create(temp);
        String name = instance.query("select current_database()");
        var root = Instance.of(temp.resolve("root"), instance.url().replace("user=jadhere", "user=postgres"));
        root.execute(
                "create role plain_%s login password 'x'".formatted(name),
                "alter database %s owner to plain_%1$s".formatted(name));
        root.execute("reassign owned by jadhere to plain_" + name);
        var plain = Instance.of(temp, instance.url().replaceFirst("user=.*", "user=plain_" + name + "&password=x"));
        try {
            assertThatThrownBy(() -> plain.backUp(Instance.PLAIN))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("'create database \"%s_scratch\" owner \"plain_%1$s\"'".formatted(name));
            root.execute("create database %s_scratch owner plain_%1$s".formatted(name));
            var done = plain.backUp(Instance.PLAIN);
            assertThat(done.verified()).isTrue();
            plain.execute("insert into crew (name) values ('late')");
            var before = done.manifest().inventory();
            plain.restore(plain.bytes(done));
            assertThat(plain.inventory().rows()).isEqualTo(before.rows());
        } finally {
            root.execute(
                    "reassign owned by plain_%s to jadhere".formatted(name),
                    "drop database if exists %s_scratch".formatted(name),
                    "drop owned by plain_" + name,
                    "drop role plain_" + name);
        }
    }
}
