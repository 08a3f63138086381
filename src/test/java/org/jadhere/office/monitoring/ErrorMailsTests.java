package org.jadhere.office.monitoring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server that does not answer delays no request, and receives the error mails later. */
class ErrorMailsTests {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMailsTests.class);

    private static Map<String, Object> settings(int port) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jadhere.admins", "erin@example.org");
        settings.put("jadhere.mail.prefix", "[PROD]");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", port);
        settings.put("spring.mail.properties.mail.smtp.timeout", 300);
        return settings;
    }

    @Test
    void aSilentMailServerGetsTheMailsLater() throws Exception {
        int port;
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            var server = LiveServer.start(TestDatabase.fresh(), settings(port));
            try (server) {
                LOG.error("the first", new IllegalStateException("one"));
                await().atMost(60, SECONDS).until(() -> health(server).contains("\"errorMails\":\"unsent\""));
                assertThat(health(server)).contains("\"status\":\"ok\"");

                silent.close();
                var mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
                mailServer.start();
                try {
                    assertThat(mailServer.waitForIncomingEmail(90_000, 1)).isTrue();
                    var mail = ErrorMailFolder.Message.of(mailServer.getReceivedMessages()[0]);
                    assertThat(mail.subject()).isEqualTo("[PROD] IllegalStateException : the first");
                    assertThat(mail.text()).contains("java.lang.IllegalStateException: one");
                    await().atMost(60, SECONDS).until(() -> health(server).contains("\"errorMails\":\"ok\""));
                } finally {
                    mailServer.stop();
                }
            }
        }
    }

    private static String health(LiveServer server) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/healthz"))
                .header("Accept", "application/json")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
