package org.jadhere.office.monitoring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** Metrics are served at an address of their own and contain no personal data. */
class MetricsTests {

    @TempDir
    private Path backups;

    private static HttpResponse<String> read(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void metricsContainNoPersonalData() throws Exception {
        Files.createFile(backups.resolve("jadhere-20260331T000000Z.tar.gz"));
        try (var server = LiveServer.start(
                TestDatabase.fresh(),
                Map.of("jadhere.metrics.address", "127.0.0.1:0", "jadhere.backup.folder", backups.toString()))) {
            server.given().lostMail("zoe@example.org");
            Visitor.of(server).get("/login/password/worthless-secret");
            Visitor.of(server).get("/healthz");
            int port = server.bean(HTTPServer.class).getPort();

            await().atMost(60, SECONDS)
                    .until(() -> read(port, "/metrics")
                            .body()
                            .matches("(?s).*jadhere_job_last_success_seconds\\{job=\"MailDelivery\"} \\d.*"));
            String numbers = read(port, "/metrics").body();
            assertThat(numbers)
                    .contains(
                            "jadhere_requests_seconds_count{method=\"GET\",route=\"/login/password/{secret}\",status=\"404\"} 1")
                    .contains("jvm_memory_used_bytes", "hikaricp_connections_active", "jadhere_mails_stuck 1.0")
                    .contains("jadhere_mails_waiting 0.0", "jadhere_job_failures_total{job=\"MailDelivery\"} 0.0")
                    .contains("jadhere_error_mails_sent_total 0.0", "jadhere_error_mails_suppressed_total 0.0")
                    .contains("jadhere_error_mails_unsent 0.0")
                    .containsPattern("jadhere_backup_age_seconds \\d")
                    .doesNotContain("worthless-secret", "zoe@example.org", "healthz");
            for (String path : List.of("/", "/-/healthy", "/metrics/jvm")) {
                assertThat(read(port, path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(Visitor.of(server).get("/metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void withoutAnAddressThereIsNoServer() {
        assertThatThrownBy(() -> LiveServer.shared().bean(HTTPServer.class))
                .isInstanceOf(NoSuchBeanDefinitionException.class);
    }
}
