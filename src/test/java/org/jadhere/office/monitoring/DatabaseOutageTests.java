package org.jadhere.office.monitoring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jadhere.platform.db.Tables.APP_USER;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jadhere.platform.site.RequestId;
import org.jadhere.support.Cast;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.PasswordEncoder;

/** During an outage of PostgreSQL each page says so and administrators get one mail; the server recovers by itself. */
class DatabaseOutageTests {

    private static final String PASSWORD = "trois canards bleus";

    @TempDir
    private Path folder;

    private DatabaseProxy proxy;
    private LiveServer server;
    private Visitor alice;

    @BeforeEach
    void aliceIsLoggedIn() {
        proxy = new DatabaseProxy(TestDatabase.fresh());
        server = LiveServer.start(
                proxy.database(),
                Map.of("jadhere.mail.folder", folder.toString(), "jadhere.admins", "erin@example.org"));
        Cast.in(server.given());
        server.db()
                .update(APP_USER)
                .set(APP_USER.PASSWORD, server.bean(PasswordEncoder.class).encode(PASSWORD))
                .execute();
        alice = Visitor.of(server);
        alice.login("alice", PASSWORD);
        assertThat(alice.get("/me").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        server.close();
        proxy.close();
    }

    @Test
    void everyPageReportsTheOutage() {
        proxy.cut();
        var answer = alice.get("/me");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.headers().firstValue(RequestId.HEADER)).isPresent();
        assertThat(answer.body()).contains("La base de données ne répond pas", "Rien n’est perdu ni fait à moitié");
        assertThat(alice.get("/me?lang=en").body()).contains("The database does not answer", "done");
        assertThat(Visitor.of(server).get("/join").statusCode()).isEqualTo(503);
        assertThat(Visitor.of(server).get("/healthz").body()).isEqualTo("database\n");
        assertThat(Visitor.of(server).get("/healthz").statusCode()).isEqualTo(503);
    }

    @Test
    void administratorsGetOneMailAndTheServerRecovers() throws Exception {
        var mailFolder = new ErrorMailFolder(folder);
        proxy.cut();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> request = () -> alice.get("/me").statusCode();
            for (var answer :
                    crowd.invokeAll(Stream.generate(() -> request).limit(50).toList())) {
                assertThat(answer.get()).isEqualTo(503);
            }
        }
        await().atMost(60, SECONDS).until(() -> !mailFolder.messages().isEmpty());
        alice.get("/me");
        assertThat(mailFolder.messages())
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).startsWith("La base de données ne répond pas."));

        proxy.mend();
        await().atMost(60, SECONDS).until(() -> alice.get("/me").statusCode() == 200);
        await().atMost(60, SECONDS).until(() -> alice.get("/healthz").body().equals("ok\n"));
        assertThat(mailFolder.messages()).hasSize(1);
    }
}
