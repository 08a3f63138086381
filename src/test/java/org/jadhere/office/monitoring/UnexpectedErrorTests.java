package org.jadhere.office.monitoring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jadhere.platform.site.RequestId;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unexpected error has a reference for the user, the log and the mail to administrators, without any input. */
class UnexpectedErrorTests {

    private static final String SECRET = "trois-canards-bleus";
    private static final String EMAIL = "zoe.secret@example.org";

    @TempDir
    private Path home;

    private LiveServer server;
    private Visitor visitor;

    @BeforeEach
    void open() {
        server = LiveServer.start(
                TestDatabase.fresh(),
                Map.of(
                        "jadhere.log.folder", home.resolve("log").toString(),
                        "jadhere.mail.folder", home.resolve("mails").toString(),
                        "jadhere.mail.server-from", "serveur@example.org",
                        "jadhere.admins", "erin@example.org, dave@example.org",
                        "jadhere.environment", "dev"));
        visitor = Visitor.of(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("log/jadhere.log"));
    }

    private List<ErrorMailFolder.Message> mails(int number) {
        var mailFolder = new ErrorMailFolder(home.resolve("mails"));
        await().atMost(60, SECONDS).until(() -> mailFolder.messages().size() >= number);
        return mailFolder.messages();
    }

    /** A constraint unknown to the program, whose message contains all input. */
    private void refuseLinkRequests() {
        server.db().execute("alter table link_request add constraint link_request_refused check (false)");
    }

    @Test
    void pageLogAndMailShareAReference() throws Exception {
        refuseLinkRequests();
        var answer = visitor.post("/login/forgotten", "/login/forgotten?from=" + SECRET, Map.of("email", EMAIL));

        assertThat(answer.statusCode()).isEqualTo(500);
        String reference = answer.headers().firstValue(RequestId.HEADER).orElseThrow();
        assertThat(reference).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(answer.body()).contains(reference, "Quelque chose s’est mal passé", "donnez-lui cette référence");
        assertThat(log()).contains(reference, "POST /login/forgotten failed", "link_request_refused");

        var mails = mails(2);
        assertThat(mails)
                .extracting(ErrorMailFolder.Message::to)
                .containsExactlyInAnyOrder("erin@example.org", "dave@example.org");
        assertThat(mails.getFirst().subject()).startsWith("[DEV] ").contains("POST /login/forgotten");
        assertThat(mails.getFirst().from()).contains("serveur@example.org");
        for (String body : List.of(mails.getFirst().text(), mails.getFirst().html())) {
            assertThat(body)
                    .contains(reference, "POST /login/forgotten", "email", "from", "DEV", "org.jadhere.people.account");
        }
    }

    @Test
    void logAndMailContainNoInput() throws Exception {
        refuseLinkRequests();
        visitor.post("/login/forgotten", "/login/forgotten?from=" + SECRET, Map.of("email", EMAIL));
        server.db().execute("alter table app_user rename to app_user_away");
        visitor.login(EMAIL, SECRET);

        var mails = mails(4);
        assertThat(log()).contains("link_request_refused", "app_user").doesNotContain(SECRET, EMAIL, "zoe.secret");
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.text() + mail.html() + mail.subject())
                        .doesNotContain(SECRET, EMAIL, "zoe.secret"));
    }

    @Test
    void theSecretOfALinkIsNotReported() throws Exception {
        server.db().execute("alter table link rename to link_away");
        assertThat(visitor.get("/login/password/" + SECRET).statusCode()).isEqualTo(500);

        assertThat(mails(2).getFirst().text())
                .contains("GET /login/password/{secret}")
                .doesNotContain(SECRET);
        assertThat(log()).contains("GET /login/password/{secret} failed").doesNotContain(SECRET);
    }

    @Test
    void repeatedErrorsAreOneMailToEach() throws Exception {
        refuseLinkRequests();
        for (int time = 0; time < 5; time++) {
            visitor.post("/login/forgotten", "/login/forgotten", Map.of("email", EMAIL));
        }
        mails(2);
        await().atMost(60, SECONDS).until(() -> server.bean(ErrorMails.class).suppressed() == 4);
        assertThat(mails(2)).hasSize(2);
    }

    @Test
    void aFailedJobIsReported() {
        server.db().execute("alter table mail rename to mail_away");

        assertThat(mails(2)).anySatisfy(mail -> assertThat(mail.text()).contains("Delivery failed"));
    }

    @Test
    void onlyItsOwnerReadsTheLog() throws Exception {
        refuseLinkRequests();
        visitor.post("/login/forgotten", "/login/forgotten", Map.of("email", EMAIL));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("log/jadhere.log"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("log"))))
                .isEqualTo("rwx------");
    }

    @Test
    void everyPageOfATestInstanceSaysSo() {
        assertThat(visitor.get("/login").body()).contains("DEV\u00a0: ce n’est pas la vraie instance");
        assertThat(visitor.get("/login?lang=en").body()).contains("DEV: this is not the real instance");
        assertThat(visitor.get("/nowhere").body()).contains("DEV: this is not the real instance");
        assertThat(Visitor.of(LiveServer.shared()).get("/login").body()).doesNotContain("class=\"environment\"");
    }
}
