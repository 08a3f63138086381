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

/** A second machine with a copy answers for lists, and nobody notices but by their speed. */
class StandbyTests {

    private static final String PASSWORD = "trois canards bleus";

    private static Cluster primary;
    private static Cluster standby;
    private static LiveServer patient;
    private static LiveServer strict;
    private static Given given;

    @BeforeAll
    static void build() throws Exception {
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
    static void pullDown() throws Exception {
        for (AutoCloseable part : List.of(patient, strict, standby, primary)) {
            part.close();
        }
    }

    private static Visitor reader(LiveServer server) {
        var reader = Visitor.of(server);
        assertThat(reader.login("erin", PASSWORD).statusCode()).isEqualTo(302);
        return reader;
    }

    /** All that was written is there, and the program has seen so. */
    @BeforeEach
    void letItCatchUp() {
        await().atMost(60, SECONDS).until(() -> hasReplayedAll() && isWelcome(patient) && isWelcome(strict));
    }

    private static boolean hasReplayedAll() throws SQLException {
        String end = primary.ask("select pg_current_wal_lsn()");
        return standby.ask("select pg_last_wal_replay_lsn() >= '" + end + "'").equals("true");
    }

    private static boolean isWelcome(LiveServer server) {
        return Standby.allowing(() -> server.bean(Standby.class).isUsable());
    }

    /** It stands still, and serves what it had. */
    private static void holdBack() throws SQLException {
        standby.execute("select pg_wal_replay_pause()");
        await().atMost(10, SECONDS)
                .until(() ->
                        standby.ask("select pg_get_wal_replay_pause_state()").equals("paused"));
    }

    @AfterEach
    void letGo() throws SQLException {
        standby.execute("select pg_wal_replay_resume()");
    }

    private static String somebodyNew() {
        String name = "nouveau-" + UUID.randomUUID();
        given.user(name);
        return name;
    }

    @Test
    void listsAndTheirExportsAreReadThereAndOneThingIsNot() throws SQLException {
        var reader = reader(patient).afterAWhile();
        holdBack();
        String name = "nouveau-" + UUID.randomUUID();
        long id = given.user(name);

        var lists = List.of("/admin/users?q=" + name, "/admin/users/export?q=" + name, "/admin/history/export");
        assertThat(lists).allSatisfy(list -> assertThat(reader.get(list).body()).doesNotContain(name + "@"));
        assertThat(reader.get("/admin/users/" + id).body()).contains(name);
        letGo();
        await().atMost(30, SECONDS).until(StandbyTests::hasReplayedAll);
        assertThat(lists).allSatisfy(list -> assertThat(reader.get(list).body()).contains(name + "@"));
    }

    @Test
    void statisticsAreReadThere() throws SQLException {
        var reader = reader(patient).afterAWhile();
        given.serviceType("Avant");
        await().atMost(30, SECONDS).until(StandbyTests::hasReplayedAll);
        holdBack();
        given.serviceType("Après");

        assertThat(reader.get("/admin/service-types").body()).contains("Avant").doesNotContain("Après");
        String figures = reader.get("/admin/statistics").body();
        assertThat(times("Après", figures)).as("only in the choice of types").isOne();
        assertThat(times("Avant", figures))
                .as("there, and a line of the figures")
                .isGreaterThan(1);
    }

    private static int times(String word, String page) {
        return page.split(word, -1).length - 1;
    }

    @Test
    void whoHasJustWrittenReadsWhatTheyWroteAndOthersSoon() throws SQLException {
        var writer = reader(patient).afterAWhile();
        var other = Visitor.of(patient);
        other.login("bea", PASSWORD);
        other = other.afterAWhile();
        holdBack();
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
        letGo();
        var patientOther = other;
        await().atMost(30, SECONDS)
                .until(() -> patientOther.get("/admin/service-types").body().contains(name));
    }

    @Test
    void whatIsTooOldIsNotShown() throws SQLException {
        var reader = reader(strict).afterAWhile();
        holdBack();
        String name = somebodyNew();

        await().atMost(30, SECONDS)
                .until(() -> reader.get("/admin/users?q=" + name).body().contains(">" + name));
        assertThat(standby.ask("select pg_get_wal_replay_pause_state()")).isEqualTo("paused");
        assertThat(isWelcome(strict)).isFalse();
    }

    @Test
    void withoutItThePrimaryAnswersAndNobodyWaitsForItTwice() throws Exception {
        var reader = reader(patient).afterAWhile();
        standby.stop();
        try {
            String name = somebodyNew();

            assertThat(reader.get("/admin/users?q=" + name).body()).contains(">" + name);
            assertThat(reader.get("/admin/users/export?q=" + name).body()).contains(name);
            assertThat(reader.get("/admin/").statusCode()).isEqualTo(200);
            assertThat(isWelcome(patient)).as("it is asked again, for now").isFalse();
        } finally {
            standby.start();
        }
    }

    @Test
    void aQuestionThatFailsThereIsAskedOfThePrimary() throws SQLException {
        var reader = reader(patient).afterAWhile();
        standby.execute("alter system set search_path = 'pg_catalog'"); // no table is found any more
        standby.execute("select pg_reload_conf()");
        try {
            await().atMost(10, SECONDS)
                    .until(() -> standby.ask("show search_path").equals("pg_catalog"));
            assertThat(isWelcome(patient)).isTrue();
            String name = somebodyNew();

            assertThat(reader.get("/admin/users?q=" + name).body()).contains(name + "@");
            assertThat(isWelcome(patient)).isFalse();
        } finally {
            standby.execute("alter system reset search_path");
            standby.execute("select pg_reload_conf()");
        }
    }

    @Test
    void whereNoneIsSetThereIsNothingOfItInTheWay() {
        var usual = LiveServer.shared();

        assertThat(usual.bean(DataSource.class)).isInstanceOf(HikariDataSource.class);
        assertThatThrownBy(() -> usual.bean(Standby.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
        assertThat(Visitor.of(usual).login("nobody", PASSWORD).headers().allValues("Set-Cookie"))
                .noneSatisfy(cookie -> assertThat(cookie).startsWith("wrote="));
    }
}
