package org.jadhere.office.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The health check answers monitoring programs with one word. */
class HealthTests {

    private final LiveServer server = LiveServer.start(TestDatabase.fresh());

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> request(String method, String accept) throws IOException, InterruptedException {
        var message = HttpRequest.newBuilder(URI.create(server.url() + "/healthz"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient().send(message, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aHealthyServerAnswersOk() throws Exception {
        assertThat(request("GET", "*/*")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok\n");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        });
        assertThat(request("GET", "text/html").body()).isEqualTo("ok\n");
        assertThat(request("GET", "application/json").body()).isEqualTo("{\"status\":\"ok\",\"errorMails\":\"ok\"}");
        assertThat(request("HEAD", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownSchemaIsUnhealthy() throws Exception {
        server.db()
                .execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                        + " installed_by, execution_time, success) values (9999, '9999', 'later', 'SQL', 'later',"
                        + " 'test', 1, true)");

        assertThat(request("GET", "*/*")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("schema\n");
        });
        assertThat(request("HEAD", "*/*").statusCode()).isEqualTo(503);
    }
}
