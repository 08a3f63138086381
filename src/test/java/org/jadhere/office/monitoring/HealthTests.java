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

/** One word for programs that watch. */
class HealthTests {

    private final LiveServer server = LiveServer.start(TestDatabase.fresh());

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/healthz"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void allIsWell() throws Exception {
        assertThat(ask("GET", "*/*")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok\n");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        });
        assertThat(ask("GET", "text/html").body()).isEqualTo("ok\n");
        assertThat(ask("GET", "application/json").body()).isEqualTo("{\"status\":\"ok\",\"errorMails\":\"ok\"}");
        assertThat(ask("HEAD", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void aSchemaOfAnotherProgramIsNotWell() throws Exception {
        server.db()
                .execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                        + " installed_by, execution_time, success) values (9999, '9999', 'later', 'SQL', 'later',"
                        + " 'test', 1, true)");

        assertThat(ask("GET", "*/*")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("schema\n");
        });
        assertThat(ask("HEAD", "*/*").statusCode()).isEqualTo(503);
    }
}
