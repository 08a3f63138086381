package org.jadhere.platform.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Given.with;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jadhere.support.Given;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jadhere.support.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The program continues after a restart of the database and after a failover to another machine. */
class FailoverTests {

    private static final String PASSWORD = "trois canards bleus";
    private static final Map<String, Object> MAY_MIGRATE = Map.of("jadhere.database.migrate", true);

    private static Visitor reader(LiveServer server) {
        server.given()
                .user(
                        "ida",
                        with(
                                APP_USER.PASSWORD,
                                server.bean(PasswordEncoder.class).encode(PASSWORD)));
        var reader = Visitor.of(server);
        assertThat(reader.login("ida", PASSWORD).statusCode()).isEqualTo(302);
        return reader;
    }

    @Test
    void aRestartedDatabaseIsUsedAgain() throws Exception {
        try (var cluster = Cluster.primary();
                var program = LiveServer.start(cluster.database(), MAY_MIGRATE)) {
            var reader = reader(program);
            assertThat(reader.get("/me").statusCode()).isEqualTo(200);

            cluster.stop();
            cluster.start();

            // The pool does not check connections used in the last half second, and a restart may be faster.
            await().atMost(60, SECONDS).until(() -> reader.get("/me").statusCode() == 200);
            assertThat(Visitor.of(program).login("ida", PASSWORD).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aFailoverLosesNoAcknowledgedWrite() throws Exception {
        try (var first = Cluster.primary();
                var second = first.standby()) {
            first.execute("alter system set synchronous_standby_names = 'second'");
            first.execute("select pg_reload_conf()");
            try (var program = LiveServer.start(either(first, second), MAY_MIGRATE)) {
                var reader = reader(program);
                try (var writer = new Writer(program)) {
                    writer.awaitAcknowledged(20);
                    first.kill();
                    second.promote();
                    writer.awaitAcknowledged(writer.acknowledged.size() + 20);
                    writer.stop();

                    assertThat(usernames(second)).containsAll(writer.acknowledged);
                }
                assertThat(reader.get("/me").statusCode()).isEqualTo(200);
                assertThat(Visitor.of(program).login("ida", PASSWORD).statusCode())
                        .isEqualTo(302);
            }
        }
    }

    private static TestDatabase either(Cluster one, Cluster other) {
        return new TestDatabase("jdbc:postgresql://%s,%s/jadhere?user=jadhere&targetServerType=primary"
                .formatted(one.place(), other.place()));
    }

    private static List<String> usernames(Cluster cluster) {
        try (var db = cluster.database().open()) {
            return db.select(APP_USER.USERNAME).from(APP_USER).fetch(APP_USER.USERNAME);
        }
    }

    @Test
    void aReadOnlyConnectionLeavesThePool() throws Exception {
        try (var program = LiveServer.start(TestDatabase.fresh())) {
            var source = program.bean(DataSource.class);
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("set default_transaction_read_only = on");
            }
            var db = program.bean(DSLContext.class);

            assertThatThrownBy(() -> new Given(db).user("refused")).hasStackTraceContaining("read-only");
            assertThat(new Given(db).user("taken")).isPositive();
        }
    }

    /** Writes one row after the other through the program, and collects those whose commit was acknowledged. */
    private static final class Writer implements AutoCloseable {

        final List<String> acknowledged = new CopyOnWriteArrayList<>();

        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicInteger count = new AtomicInteger();
        private final java.util.concurrent.ExecutorService thread = Executors.newSingleThreadExecutor();

        Writer(LiveServer program) {
            var given = new Given(program.bean(DSLContext.class));
            thread.submit(() -> {
                while (going.get()) {
                    write(given);
                }
            });
        }

        private void write(Given given) {
            String name = "writer-" + count.incrementAndGet();
            try {
                given.user(name);
                acknowledged.add(name);
            } catch (RuntimeException e) {
                // writes during the failover may fail
            }
        }

        void awaitAcknowledged(int many) {
            await().atMost(90, SECONDS).until(() -> acknowledged.size() >= many);
        }

        void stop() throws InterruptedException {
            going.set(false);
            thread.shutdown();
            assertThat(thread.awaitTermination(60, SECONDS)).isTrue();
        }

        @Override
        public void close() {
            going.set(false);
            thread.shutdownNow();
        }
    }
}
