package org.jadhere.people.mail;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MAIL_HANDOVER;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jadhere.Jadhere;
import org.jadhere.people.mail.ScriptedServer.Reaction;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each mail is sent once, for any answer of the mail server and after a kill of the program. */
class MailDeliveryTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final CloseableDSLContext db = database.open();

    @AfterEach
    void closeDatabase() {
        db.close();
    }

    private void post(String recipient) {
        db.insertInto(MAIL)
                .set(MAIL.KIND, "password")
                .set(MAIL.RECIPIENT, recipient)
                .set(MAIL.SUBJECT, "Café à " + recipient)
                .set(MAIL.BODY_TEXT, "secret")
                .set(MAIL.BODY_HTML, "<p>secret</p>")
                .execute();
    }

    private LiveServer serve(ScriptedServer server) {
        return LiveServer.start(
                database, Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", String.valueOf(server.port())));
    }

    private boolean all(Condition condition) {
        return !db.fetchExists(MAIL, condition.not().or(condition.isNull()));
    }

    private void awaitThat(Condition condition) {
        await().atMost(60, SECONDS).until(() -> all(condition));
    }

    @Test
    void anAcceptedMailLosesItsText() throws Exception {
        post("anne@example.org");
        try (var server = new ScriptedServer();
                var program = serve(server)) {
            awaitThat(MAIL.SENT_AT.isNotNull());

            assertThat(server.taken()).singleElement().asString().contains("multipart/alternative", "secret");
            assertThat(all(MAIL.BODY_TEXT.isNull().and(MAIL.BODY_HTML.isNull())))
                    .isTrue();
            assertThat(db.fetchCount(MAIL_HANDOVER)).isZero();
        }
    }

    @Test
    void anUnknownMailboxDoesNotStopOtherMails() throws Exception {
        post("unknown@example.org");
        post("anne@example.org");
        try (var server = new ScriptedServer(Reaction.REFUSE_RECIPIENT);
                var program = serve(server)) {
            awaitThat(MAIL.SENT_AT.isNotNull().or(MAIL.GIVEN_UP_AT.isNotNull()));

            assertThat(db.fetchSingle(MAIL, MAIL.GIVEN_UP_AT.isNotNull()).get(MAIL.ERROR))
                    .contains("no such mailbox");
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void aTemporaryFailureIsRetriedLater() throws Exception {
        post("anne@example.org");
        try (var server = new ScriptedServer(Reaction.NOT_NOW);
                var program = serve(server)) {
            awaitThat(MAIL.ATTEMPTS.eq(1));
            assertThat(db.fetchSingle(MAIL).get(MAIL.NEXT_TRY_AT))
                    .isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(61));

            db.update(MAIL).set(MAIL.NEXT_TRY_AT, Instant.now()).execute();
            awaitThat(MAIL.SENT_AT.isNotNull());

            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void aRejectedTextIsAFinalFailure() throws Exception {
        post("anne@example.org");
        try (var server = new ScriptedServer(Reaction.REFUSE_TEXT);
                var program = serve(server)) {
            awaitThat(MAIL.GIVEN_UP_AT.isNotNull());

            assertThat(db.fetchCount(MAIL_HANDOVER)).isZero();
        }
    }

    @Test
    void aConnectionLostBeforeTheReplyIsNotRetried() throws Exception {
        post("anne@example.org");
        try (var server = new ScriptedServer(Reaction.HANG_UP);
                var program = serve(server)) {
            awaitThat(MAIL.ATTEMPTS.eq(1));
            db.update(MAIL).set(MAIL.NEXT_TRY_AT, Instant.now()).execute();
            program.bean(MailDelivery.class).run();

            assertThat(server.taken()).isEmpty();
            assertThat(db.fetchCount(MAIL_HANDOVER)).isOne();
        }
    }

    /** Kills the process after one mail was sent, one was accepted without a reply, and ten were not begun. */
    @Test
    void aKilledServerLosesAndRepeatsNoMail() throws Exception {
        IntStream.range(0, 12).forEach(i -> post("reader" + i + "@example.org"));
        try (var server = new ScriptedServer(Reaction.ACCEPT, Reaction.ACCEPT_IN_SILENCE)) {
            var killed = otherProcess(server);
            await().atMost(90, SECONDS).until(() -> server.taken().size() == 2);
            killed.destroyForcibly().waitFor();
            try (var program = serve(server)) {
                await().atMost(60, SECONDS).until(() -> server.taken().size() == 12);
                program.bean(MailDelivery.class).run();
            }

            assertThat(recipients(server.taken()))
                    .containsExactlyInAnyOrderElementsOf(recipientsOf(12))
                    .doesNotHaveDuplicates();
            assertThat(db.fetchCount(MAIL, MAIL.SENT_AT.isNull()))
                    .as("a crew decides on the mail without a reply")
                    .isOne();
        }
    }

    /** Two instances with one database share the queue. */
    @Test
    void twoServersSendEachMailOnce() throws Exception {
        IntStream.range(0, 30).forEach(i -> post("reader" + i + "@example.org"));
        try (var server = new ScriptedServer();
                var one = serve(server);
                var other = serve(server)) {
            awaitThat(MAIL.SENT_AT.isNotNull());

            assertThat(recipients(server.taken())).containsExactlyInAnyOrderElementsOf(recipientsOf(30));
        }
    }

    private static List<String> recipientsOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "reader" + i + "@example.org")
                .toList();
    }

    private static List<String> recipients(List<String> messages) {
        return messages.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("To: "))
                .map(line -> line.substring(4))
                .toList();
    }

    private Process otherProcess(ScriptedServer server) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        Jadhere.class.getName(),
                        "serve",
                        "--port=0",
                        "--set=jadhere.database.url=" + database.url(),
                        "--set=spring.mail.host=127.0.0.1",
                        "--set=spring.mail.port=" + server.port())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }
}
