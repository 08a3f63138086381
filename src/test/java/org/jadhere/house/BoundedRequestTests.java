package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jadhere.support.ActTest;
import org.jadhere.support.Given;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Visitor;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** No request costs more than a bounded time, and odd ones get a page of this site. */
@ActTest
@WithCast
class BoundedRequestTests {

    private static final String WORDS =
            IntStream.range(1000, 2400).mapToObj(number -> "w" + number).collect(Collectors.joining(" "));

    @Test
    void aSearchHasTenWordsAtMost() {
        for (String box : List.of(
                "/admin/users?q=",
                "/admin/users/choices?q=",
                "/admin/members?q=",
                "/admin/organisations?q=",
                "/admin/services?q=",
                "/admin/payments?q=",
                "/admin/fees?q=",
                "/admin/requests?q=",
                "/admin/mails?q=",
                "/admin/history?q=",
                "/admin/reverse?q=",
                "/admin/addresses?q=",
                "/admin/find?q=")) {
            queries().forget();
            as("erin").get(box + "{words}", WORDS);
            assertThat(queries().heard())
                    .as(box)
                    .allSatisfy(query -> assertThat(query.split(" like |<%", -1).length)
                            .as(query)
                            .isLessThan(80));
        }
    }

    @Test
    void oddParametersGetAPage() {
        var visitor = Visitor.of(LiveServer.shared());
        for (String odd : List.of("?a:b=1", "?%7Bx%7D=1", "?x%7Dy=1", "?a%25=%2541&lang=fr")) {
            for (Map.Entry<String, Integer> page :
                    Map.of("/login", 200, "/nothing-here", 404).entrySet()) {
                var answer = visitor.get(page.getKey() + odd);
                assertThat(answer.statusCode()).as(page.getKey() + odd).isEqualTo(page.getValue());
                assertThat(answer.body()).contains("· Jadhere</title>", "<footer");
            }
        }
    }

    @Test
    void aFormThatIsTooLongGetsAPage() {
        var visitor = Visitor.of(LiveServer.shared());

        var answer = visitor.post("/login", "/login", Map.of("last-name", "x".repeat(2_200_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("· Jadhere</title>");
    }

    @Test
    void aKeyOfAnotherUserCreatesARowOfItsOwn() {
        given().user("zoe", Given.with(APP_USER.EXTERNAL_ID, "7f4e0c1e-0000-4000-8000-000000000001"));
        var fields = Map.of("last-name", "Lefèvre", "language", "fr", "once", "7f4e0c1e-0000-4000-8000-000000000001");

        assertThat(as("carol").post("/admin/users", fields)).hasStatus(302);

        assertThat(db().fetchCount(APP_USER, APP_USER.LAST_NAME.eq("Lefèvre"))).isOne();
    }

    @Test
    void theProxyLogsNoSecretsOfLinks() throws IOException {
        String configuration = Files.readString(Path.of("packaging/nginx/site.conf"));
        var rule = Pattern.compile("\"~\\^([^\"]*)\" \\$jadhere_link").matcher(configuration);
        assertThat(rule.find()).isTrue();
        var secret = Pattern.compile("^" + rule.group(1).replace("?<jadhere_link>", "?<link>"));
        for (String link : List.of("/login/password/S", "/login/link/S", "/email/S", "/join/S")) {
            assertThat(secret.matcher(link).find()).as(link).isTrue();
        }
        assertThat(secret.matcher("/admin/users/5").find()).isFalse();
        assertThat(configuration.split("server_tokens off", -1))
                .as("both servers")
                .hasSize(3);
    }

    @Test
    void theEmbeddedServerLogsNoValues() {
        assertThat(db().fetchValue("show log_error_verbosity")).isEqualTo("terse");
        assertThat(db().fetchValue("show log_min_error_statement")).isEqualTo("panic");
    }
}
