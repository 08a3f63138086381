package org.jadhere.platform.postgres;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jadhere.support.TestDatabase;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** Each in a folder of its own, on a server of its own. */
class LocalPostgresTests {

    private final Path folder = Files.createTempDirectory(Path.of("target").toRealPath(), "local-postgres-");

    LocalPostgresTests() throws IOException {}

    /** Unpacking is what takes long; the programs of the other tests are the same. */
    @BeforeEach
    void shareThePrograms() throws Exception {
        TestDatabase.fresh();
        shell("cp -al %s/postgres-* %s".formatted(TestDatabase.FOLDER, folder));
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        if (PostmasterFile.in(folder).isPresent()) {
            killServer();
        }
        shell("rm -rf " + folder);
    }

    @Test
    void isSharedByProcessesUntilTheLastOneLeaves() throws Exception {
        var other = OtherProcess.in(folder);
        other.execute("create table seen as select 'by both' as how");
        var mine = LocalPostgres.durable(folder);
        assertThat(ask(mine, "select how from seen")).isEqualTo("by both");

        other.close();
        assertThat(ask(mine, "select how from seen")).isEqualTo("by both");

        other = OtherProcess.in(folder);
        mine.close();
        mine.close();
        other.execute("insert into seen values ('after I left')");
        assertThat(PostmasterFile.in(folder)).isPresent();

        other.close();
        assertThat(PostmasterFile.in(folder)).isEmpty();
    }

    @Test
    void survivesTheDeathOfItsProgramAndItsOwn() throws Exception {
        var other = OtherProcess.in(folder);
        other.execute("create table kept as select 'committed' as how");
        other.kill();
        long process = PostmasterFile.in(folder).orElseThrow().process();

        try (var next = LocalPostgres.durable(folder)) {
            assertThat(PostmasterFile.in(folder))
                    .get()
                    .extracting(PostmasterFile::process)
                    .isEqualTo(process);
            assertThat(ask(next, "select how from kept")).isEqualTo("committed");
            killServer();
        }

        pretendThatItsNumberIsMine();
        try (var next = LocalPostgres.durable(folder)) {
            assertThat(ask(next, "select how from kept")).isEqualTo("committed");
        }
        assertThat(PostmasterFile.in(folder)).isEmpty();
    }

    @Test
    void isMadeAnewWhereMakingItWasInterruptedAndThenIsDurableAndKeepsToItself() throws Exception {
        shell(
                "rm -rf %1$s/postgres-* && mkdir -p %1$s/unpacking/bin %1$s/initdb-1/data/base && touch %1$s/unpacking/bin/initdb %1$s/initdb-1/password"
                        .formatted(folder));

        try (var server = LocalPostgres.durable(folder)) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .allSatisfy(setting ->
                            assertThat(ask(server, "show " + setting)).isEqualTo("on"));
            assertThat(
                            ask(
                                    server,
                                    "select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(folder.resolve("data"))).isEqualTo(fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(fromString("rw-------"));
            assertListensOnlyAt127001(server);
            assertRefuses(server, server.user(), "guessed");
            assertRefuses(server, "postgres", "");
            assertThatIOException()
                    .as("a second use would give up the first one's lock")
                    .isThrownBy(() -> LocalPostgres.durable(folder));
        }
    }

    private static void assertListensOnlyAt127001(LocalPostgres server) {
        int port = URI.create(server.url().substring("jdbc:".length())).getPort();
        assertThatThrownBy(() -> new Socket("127.0.0.2", port).close()).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> new Socket("::1", port).close()).isInstanceOf(IOException.class);
        assertThat(ask(server, "postgres", "show unix_socket_directories")).isEmpty();
    }

    private static void assertRefuses(LocalPostgres server, String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.url(), user, password)
                        .close())
                .isInstanceOf(PSQLException.class);
    }

    @Test
    void neverDeletesDataWhosePasswordIsLost() throws IOException {
        Files.createDirectories(folder.resolve("data/base"));

        assertThatIOException()
                .isThrownBy(() -> LocalPostgres.durable(folder))
                .withMessageContaining("password is missing");
        assertThat(folder.resolve("data/base")).exists();
    }

    @Test
    void isNotTouchedByAnotherUserNotEvenRoot() throws Exception {
        assumeTrue(PostgresBinaries.userId().equals(0), "only root can give the folder to someone else");
        shell("chown nobody " + folder);

        assertThatIOException()
                .isThrownBy(() -> LocalPostgres.durable(folder))
                .withMessageContaining("belongs to nobody");
        assertThat(folder.resolve("turn.lock")).doesNotExist();
    }

    private void killServer() throws Exception {
        var server = ProcessHandle.of(PostmasterFile.in(folder).orElseThrow().process())
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    private void pretendThatItsNumberIsMine() throws Exception {
        shell("sed -i 1s/.*/%d/ %s/data/postmaster.pid"
                .formatted(ProcessHandle.current().pid(), folder));
    }

    private static String ask(LocalPostgres server, String sql) {
        return ask(server, server.user(), sql);
    }

    private static String ask(LocalPostgres server, String user, String sql) {
        try (var connection = DriverManager.getConnection(server.url(), user, server.password())) {
            return DSL.using(connection).fetchSingle(sql).get(0) + "";
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void shell(String command) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor())
                .as(command)
                .isZero();
    }
}
