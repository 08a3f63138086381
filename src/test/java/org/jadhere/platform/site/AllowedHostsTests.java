package org.jadhere.platform.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jadhere.support.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Requests with a Host header other than the site's names are rejected with 400. */
class AllowedHostsTests {

    private static LiveServer server;

    @BeforeAll
    static void open() {
        server = LiveServer.start(
                TestDatabase.fresh(),
                Map.of(
                        "jadhere.url",
                        "https://adhesions.example.org",
                        "jadhere.hosts",
                        "Autre.example.org, [2001:db8::1]"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String at(String host) {
        return Wire.ask(server, "GET /login", "Host: " + host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adhesions.example.org",
                "ADHESIONS.Example.Org",
                "adhesions.example.org:443",
                "autre.example.org",
                "[2001:db8::1]",
                "[2001:db8::1]:8080"
            })
    void requestsForTheSitesNamesAreAnswered(String host) {
        assertThat(at(host)).startsWith("HTTP/1.1 200").contains("name=\"username\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost",
                "127.0.0.1",
                "adhesions.example.org.",
                "adhesions.example.org.evil.example",
                "evil.example:443",
                "2001:db8::1",
                ""
            })
    void requestsForOtherNamesAreRejected(String host) {
        assertThat(at(host))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("name=\"username\"")
                .doesNotContainIgnoringCase("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user@adhesions.example.org", "adhesions.example.org/", "adhesions.example.org:x", "a b"})
    void malformedHostsAreRejected(String host) {
        assertThat(at(host)).startsWith("HTTP/1.1 400").doesNotContain("name=\"username\"");
    }

    @Test
    void noHostAndTwoHostsAreRejected() {
        assertThat(Wire.ask(server, "GET /login")).startsWith("HTTP/1.1 400");
        assertThat(Wire.askOldStyle(server, "GET /login")).contains(" 400 ").doesNotContain("name=\"username\"");
        assertThat(Wire.ask(server, "GET /login", "Host: adhesions.example.org", "Host: evil.example"))
                .startsWith("HTTP/1.1 400");
        assertThat(Wire.ask(server, "GET http://evil.example/login", "Host: adhesions.example.org"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void theRejectionDoesNotRepeatTheHost() {
        assertThat(at("evil.example"))
                .contains("There is no site of that name here.", "X-Frame-Options: DENY", "Cache-Control: no-store")
                .doesNotContain("evil.example");
    }

    @Test
    void forwardedHostsAreIgnored() {
        assertThat(Wire.ask(server, "GET /login", "Host: evil.example", "X-Forwarded-Host: adhesions.example.org"))
                .startsWith("HTTP/1.1 400");
        assertThat(Wire.ask(server, "GET /me", "Host: autre.example.org", "X-Forwarded-Host: evil.example"))
                .startsWith("HTTP/1.1 302")
                .doesNotContain("evil.example");
    }

    @Test
    void localhostMayCallTheHealthCheck() {
        assertThat(Wire.ask(server, "GET /healthz", "Host: localhost")).doesNotStartWith("HTTP/1.1 400");
        assertThat(Wire.ask(server, "GET /healthz", "Host: evil.example")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aMalformedSettingFailsAtTheStart() {
        var settings = new MockEnvironment()
                .withProperty(Site.SETTING, "https://adhesions.example.org")
                .withProperty(AllowedHosts.SETTING, "https://autre.example.org");

        assertThatThrownBy(() -> new AllowedHosts(new Site(settings), settings))
                .hasMessageContaining("jadhere.hosts")
                .hasMessageContaining("https://autre.example.org");
    }
}
