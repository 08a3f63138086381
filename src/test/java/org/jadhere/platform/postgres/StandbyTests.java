package org.jadhere.platform.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Given.with;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jadhere.support.Given;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A standby answers queries of lists, and users never see data older than their own writes or the allowed lag. */
class StandbyTests {

    private static final String PASSWORD = "trois canards bleus";

    private static Cluster primary;
    private static Cluster standby;
    private static LiveServer patient;
    private static LiveServer strict;
    private static Given given;

    @BeforeAll
    static void start() throws Exception {
        primary = Cluster.primary();
        standby = primary.standby();
        patient = serve("60s");
        strict = serve("2s");
        given = patient.given();
        given.user("erin", with(APP_USER.SUPERUSER, true), with(APP_USER.STAFF, true), password());
        given.user("bea", with(APP_USER.SUPERUSER, true), with(APP_USER.STAFF, true), password());
    }

    private static Given.With<String> password() {
        return with(APP_USER.PASSWORD, patient.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    private static LiveServer serve(String lag) {
        return LiveServer.start(
                primary.database(),
                Map.of(
                        "jadhere.database.migrate",
                        true,
                        "jadhere.database.standby",
                        standby.database().url(),
                        "jadhere.database.standby-lag",
                        lag));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable part : List.of(patient, strict, standby, primary)) {
            part.close();
        }
    }

    private static Visitor reader(LiveServer server) {
        var reader = Visitor.of(server);
        assertThat(reader.login("erin", PASSWORD).statusCode()).isEqualTo(302);
        return reader;
    }

    /** Waits until the standby has replayed all writes and both programs use it. */
    @BeforeEach
    void awaitReplay() {
        await().atMost(60, SECONDS).until(() -> hasReplayedAll() && isUsed(patient) && isUsed(strict));
    }

    private static boolean hasReplayedAll() throws SQLException {
        String end = primary.ask("select pg_current_wal_lsn()");
        return standby.ask("select pg_last_wal_replay_lsn() >= '" + end + "'").equals("true");
    }

    private static boolean isUsed(LiveServer server) {
        return Standby.allowing(() -> server.bean(Standby.class).isUsable());
    }

    /** Pauses the replay; the standby answers with its current data. */
    private static void pauseReplay() throws SQLException {
        standby.execute("select pg_wal_replay_pause()");
        await().atMost(60, SECONDS)
                .until(() ->
                        standby.ask("select pg_get_wal_replay_pause_state()").equals("paused"));
    }

    @AfterEach
    void resumeReplay() throws SQLException {
        standby.execute("select pg_wal_replay_resume()");
    }

    private static String addUser() {
        String name = "nouveau-" + UUID.randomUUID();
        given.user(name);
        return name;
    }

    @Test
    void listsAreReadFromTheStandbyAndSinglePagesAreNot() throws SQLException {
        var reader = reader(patient).afterAWhile();
        pauseReplay();
        String name = "nouveau-" + UUID.randomUUID();
        long id = given.user(name);

        var lists = List.of("/admin/users?q=" + name, "/admin/users/export?q=" + name, "/admin/history/export");
        assertThat(lists).allSatisfy(list -> assertThat(reader.get(list).body()).doesNotContain(name + "@"));
        assertThat(reader.get("/admin/users/" + id).body()).contains(name);
        resumeReplay();
        await().atMost(60, SECONDS).until(StandbyTests::hasReplayedAll);
        assertThat(lists).allSatisfy(list -> assertThat(reader.get(list).body()).contains(name + "@"));
    }

    @Test
    void statisticsAreReadFromTheStandby() throws SQLException {
        var reader = reader(patient).afterAWhile();
        given.serviceType("Avant");
        await().atMost(60, SECONDS).until(StandbyTests::hasReplayedAll);
        pauseReplay();
        given.serviceType("Après");

        assertThat(reader.get("/admin/service-types").body()).contains("Avant").doesNotContain("Après");
        String figures = reader.get("/admin/statistics").body();
        assertThat(times("Après", figures)).as("only in the list of types").isOne();
        assertThat(times("Avant", figures))
                .as("in the list of types and in the figures")
                .isGreaterThan(1);
    }

    private static int times(String word, String page) {
        return page.split(word, -1).length - 1;
    }

    @Test
    void aWriterReadsTheirOwnWriteAtOnce() throws SQLException {
        var writer = reader(patient).afterAWhile();
        var other = Visitor.of(patient);
        other.login("bea", PASSWORD);
        other = other.afterAWhile();
        pauseReplay();
        String name = "Type " + UUID.randomUUID();

        var answer = writer.post(
                "/admin/service-types/new",
                "/admin/service-types",
                Map.of("name", name, "once", "x" + name.hashCode()));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("wrote=").contains("HttpOnly", "Max-Age=70"));
        assertThat(writer.get("/admin/service-types").body()).contains(name);
        assertThat(other.get("/admin/service-types").body()).doesNotContain(name);
        resumeReplay();
        var patientOther = other;
        await().atMost(60, SECONDS)
                .until(() -> patientOther.get("/admin/service-types").body().contains(name));
    }

    @Test
    void aStandbyThatLagsTooMuchIsNotRead() throws SQLException {
        var reader = reader(strict).afterAWhile();
        pauseReplay();
        String name = addUser();

        await().atMost(60, SECONDS)
                .until(() -> reader.get("/admin/users?q=" + name).body().contains(">" + name));
        assertThat(standby.ask("select pg_get_wal_replay_pause_state()")).isEqualTo("paused");
        assertThat(isUsed(strict)).isFalse();
    }

    @Test
    void thePrimaryAnswersWhenTheStandbyIsDown() throws Exception {
        var reader = reader(patient).afterAWhile();
        standby.stop();
        try {
            String name = addUser();

            assertThat(reader.get("/admin/users?q=" + name).body()).contains(">" + name);
            assertThat(reader.get("/admin/users/export?q=" + name).body()).contains(name);
            assertThat(reader.get("/admin/").statusCode()).isEqualTo(200);
            assertThat(isUsed(patient))
                    .as("the next requests do not wait for it")
                    .isFalse();
        } finally {
            standby.start();
        }
    }

    @Test
    void aQueryThatFailsOnTheStandbyIsRepeated() throws SQLException {
        var reader = reader(patient).afterAWhile();
        standby.execute("alter system set search_path = 'pg_catalog'"); // hides all tables
        standby.execute("select pg_reload_conf()");
        try {
            await().atMost(60, SECONDS)
                    .until(() -> standby.ask("show search_path").equals("pg_catalog"));
            assertThat(isUsed(patient)).isTrue();
            String name = addUser();

            assertThat(reader.get("/admin/users?q=" + name).body()).contains(name + "@");
            assertThat(isUsed(patient)).isFalse();
        } finally {
            standby.execute("alter system reset search_path");
            standby.execute("select pg_reload_conf()");
        }
    }

    @Test
    void withoutAStandbyThereAreNoBeansForIt() {
        var usual = LiveServer.shared();

        assertThat(usual.bean(DataSource.class)).isInstanceOf(HikariDataSource.class);
        assertThatThrownBy(() -> usual.bean(Standby.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
        assertThat(Visitor.of(usual).login("unknown", PASSWORD).headers().allValues("Set-Cookie"))
                .noneSatisfy(cookie -> assertThat(cookie).startsWith("wrote="));
    }
}
