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

/** The PostgreSQL that the program starts by itself. Each test has its own folder and server. */
class LocalPostgresTests {

    private final Path folder = Files.createTempDirectory(Path.of("target").toRealPath(), "local-postgres-");

    LocalPostgresTests() throws IOException {}

    /** Links the programs of the other tests, because unpacking takes long. */
    @BeforeEach
    void linkPrograms() throws Exception {
        TestDatabase.fresh();
        shell("cp -al %s/postgres-* %s".formatted(TestDatabase.FOLDER, folder));
    }

    @AfterEach
    void removeServer() throws Exception {
        if (PostmasterFile.in(folder).isPresent()) {
            killServer();
        }
        shell("rm -rf " + folder);
    }

    @Test
    void processesShareTheServerUntilTheLastCloses() throws Exception {
        var other = OtherProcess.in(folder);
        other.execute("create table seen as select 'by both' as how");
        var mine = LocalPostgres.durable(folder);
        assertThat(ask(mine, "select how from seen")).isEqualTo("by both");
        assertThatIOException()
                .as("a second instance in one process would release the lock of the first")
                .isThrownBy(() -> LocalPostgres.durable(folder));

        other.close();
        assertThat(ask(mine, "select how from seen")).isEqualTo("by both");

        other = OtherProcess.in(folder);
        mine.close();
        mine.close();
        other.execute("insert into seen values ('after the first closed')");
        assertThat(PostmasterFile.in(folder)).isPresent();

        other.close();
        assertThat(PostmasterFile.in(folder)).isEmpty();
    }

    @Test
    void committedRowsSurviveKilledProcesses() throws Exception {
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

        replaceItsProcessIdByMine();
        try (var next = LocalPostgres.durable(folder)) {
            assertThat(ask(next, "select how from kept")).isEqualTo("committed");
        }
        assertThat(PostmasterFile.in(folder)).isEmpty();
    }

    @Test
    void anInterruptedSetupStartsAgain() throws Exception {
        shell(
                "rm -rf %1$s/postgres-* && mkdir -p %1$s/unpacking/bin %1$s/initdb-1/data/base && touch %1$s/unpacking/bin/initdb %1$s/initdb-1/password"
                        .formatted(folder));

        try (var server = LocalPostgres.durable(folder)) {
            assertIsDurable(server);
            assertIsPrivate(server);
        }
    }

    private static void assertIsDurable(LocalPostgres server) {
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                .allSatisfy(
                        setting -> assertThat(ask(server, "show " + setting)).isEqualTo("on"));
    }

    private void assertIsPrivate(LocalPostgres server) throws IOException {
        assertThat(ask(
                        server,
                        "select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user"))
                .isEqualTo("false");
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("data"))).isEqualTo(fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("password"))).isEqualTo(fromString("rw-------"));
        assertListensOnlyAt127001(server);
        assertRefuses(server, server.user(), "guessed");
        assertRefuses(server, "postgres", "");
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
    void dataWithoutItsPasswordIsNeverDeleted() throws IOException {
        Files.createDirectories(folder.resolve("data/base"));

        assertThatIOException()
                .isThrownBy(() -> LocalPostgres.durable(folder))
                .withMessageContaining("password is missing");
        assertThat(folder.resolve("data/base")).exists();
    }

    @Test
    void theFolderOfAnotherUserIsRefused() throws Exception {
        assumeTrue(PostgresBinaries.userId().equals(0), "only root can change the owner of the folder");
        shell("chown daemon " + folder);

        assertThatIOException()
                .isThrownBy(() -> LocalPostgres.durable(folder))
                .withMessageContaining("belongs to daemon");
        assertThat(folder.resolve("turn.lock")).doesNotExist();
    }

    private void killServer() throws Exception {
        var server = ProcessHandle.of(PostmasterFile.in(folder).orElseThrow().process())
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    private void replaceItsProcessIdByMine() throws Exception {
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
