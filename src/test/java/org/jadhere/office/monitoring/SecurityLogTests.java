package org.jadhere.office.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Stage.csrf;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.mock.env.MockEnvironment;

/** One line for each event that matters after an intrusion, without typed names and secrets. */
@ActTest
@WithCast
class SecurityLogTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger(SecurityLog.NAME);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir
    Path temp;

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    private List<String> logged() {
        var messages =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        lines.list.clear();
        return messages;
    }

    private void login(String username, String password) {
        browser()
                .post()
                .uri("/login")
                .param("username", username)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    @Test
    void failedAndThrottledLogins() {
        for (int guess = 0; guess < 6; guess++) {
            login("alice", "secret" + guess);
        }
        login("mot-de-passe-tapé-au-mauvais-endroit", "x");

        String account = " account=" + cast().alice + " from=127.0.0.1 password";
        assertThat(logged())
                .startsWith("login-failed" + account)
                .contains("login-throttled" + account)
                .endsWith("login-failed account=- from=127.0.0.1 password")
                .hasSize(7);
    }

    @Test
    void loginsAndLogouts() {
        as("erin")
                .proved()
                .post("/admin/users/" + cast().alice + "/password", Map.of("password", "trois canards bleus"));
        assertThat(logged())
                .anyMatch(line ->
                        line.equals("account-changed account=" + cast().alice + " from=127.0.0.1 password-changed"));

        login("alice", "trois canards bleus");
        as("alice").post("/logout");

        assertThat(logged())
                .containsExactly(
                        "login account=" + cast().alice + " from=127.0.0.1 password",
                        "logout account=" + cast().alice + " from=127.0.0.1 ");
    }

    @Test
    void refusalsAndForgedRequests() {
        as("carol").get("/admin/crews?q=secret");
        browser().post().uri("/login").param("username", "alice").exchange();

        assertThat(logged())
                .containsExactly(
                        "refused account=" + cast().carol + " from=127.0.0.1 rights GET /admin/crews",
                        "refused account=- from=127.0.0.1 csrf POST -");
    }

    @Test
    void changedRightsAndExports() {
        as("erin").proved().post("/admin/users/" + cast().frank + "/status", Map.of("active", "yes", "staff", "yes"));
        as("carol").get("/admin/users/export");
        as("alice").get("/me/data.json");

        assertThat(logged())
                .containsExactly(
                        "rights-changed account=" + cast().erin + " from=127.0.0.1 user=" + cast().frank,
                        "exported account=" + cast().carol + " from=127.0.0.1 /admin/users/export",
                        "exported account=" + cast().alice + " from=127.0.0.1 /me/data.json");
    }

    @Test
    void linksAndAddresses() {
        as("alice").proved().post("/me/emails", Map.of("email", "alice@example.net"));

        assertThat(logged()).containsExactly("link-sent account=" + cast().alice + " from=127.0.0.1 email");
    }

    @Test
    void theFileIsPrivateAndKeptForSixMonths() throws IOException {
        var settings = new MockEnvironment()
                .withProperty("jadhere.log.folder", temp.resolve("log").toString())
                .withProperty("jadhere.log.security-days", "183");
        var file = new SecurityLogFile(settings);
        SecurityLog.write(SecurityLog.Event.LOGIN, 12L, "forged\nline");
        file.close();

        Path log = temp.resolve("log/security.log");
        assertThat(Files.readString(log)).matches("\\S+ \\S+ login account=12 from=\\S+ forged\\?line\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-------");
    }
}
