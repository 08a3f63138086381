package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.jadhere.platform.site.Assets;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every response has the security headers, also static files and errors. */
class SecurityHeadersTests {

    private final LiveServer server = LiveServer.shared();

    static String[] requests() {
        return new String[] {
            "GET /login",
            "GET /me",
            "GET /nowhere",
            "GET /admin/users",
            "POST /login",
            "PUT /login",
            "GET " + Assets.url("css/base.css"),
            "GET /static/nowhere.css",
            "GET /robots.txt",
            "GET /isp.json",
            "GET /error"
        };
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyResponseHasTheSecurityHeaders(String request) {
        String answer = Wire.ask(server, request, "Host: localhost");

        assertThat(answer.lines().map(line -> line.replaceAll(":.*", "")))
                .containsOnlyOnce(
                        "Content-Security-Policy",
                        "X-Frame-Options",
                        "X-Content-Type-Options",
                        "Referrer-Policy",
                        "Permissions-Policy",
                        "Cross-Origin-Opener-Policy",
                        "Cross-Origin-Resource-Policy")
                .doesNotContain("Server", "X-Powered-By", "Strict-Transport-Security");
        assertThat(answer)
                .contains(
                        "default-src 'none'",
                        "X-Frame-Options: DENY",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: same-origin",
                        "camera=()",
                        "Cross-Origin-Opener-Policy: same-origin",
                        "Cross-Origin-Resource-Policy: same-origin")
                .doesNotContain("unsafe-inline", "Tomcat");
    }

    @Test
    void pagesAreNotCached() {
        assertThat(Wire.ask(server, "GET /login", "Host: localhost")).contains("no-store");
        assertThat(Wire.ask(server, "GET /me", "Host: localhost")).contains("no-store");
        assertThat(Wire.ask(server, "GET /nowhere", "Host: localhost")).contains("no-store");
    }

    @Test
    void aMalformedRequestGetsAPlainError() {
        assertThat(Wire.ask(server, "GET /a|b<script>", "Host: localhost"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Tomcat", "<script>");
    }
}
