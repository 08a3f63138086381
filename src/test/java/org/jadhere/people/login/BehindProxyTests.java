package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.LOGIN_FAILURE;
import static org.jadhere.support.Given.with;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Client addresses, cookies and HTTPS headers behind a trusted proxy, and without one. */
class BehindProxyTests {

    private static final String PASSWORD = "un mot de passe";
    private static final String NGINX = "203.0.113.7";

    private static LiveServer trusting;
    private static LiveServer plain;

    @BeforeAll
    static void open() {
        trusting = LiveServer.start(
                TestDatabase.fresh(), Map.of("jadhere.url", "https://127.0.0.1", "jadhere.proxy", true));
        plain = LiveServer.shared();
    }

    @AfterAll
    static void close() {
        trusting.close();
    }

    @Test
    void theClientAddressComesFromTheLastHop() {
        failLogin(trusting, "proxied", "X-Forwarded-For", "198.51.100.1, " + NGINX);
        failLogin(trusting, "proxied6", "X-Forwarded-For", "2001:db8::7");
        failLogin(trusting, "garbled", "X-Forwarded-For", NGINX + ", unix:");

        assertThat(addressesOfFailures(trusting, "proxied")).containsExactly(NGINX);
        assertThat(addressesOfFailures(trusting, "proxied6")).containsExactly("2001:db8::7");
        assertThat(addressesOfFailures(trusting, "garbled")).containsExactly("127.0.0.1");
    }

    @Test
    void headersAreIgnoredWithoutAProxy() {
        failLogin(plain, "forged-by", "X-Forwarded-For", NGINX);

        assertThat(addressesOfFailures(plain, "forged-by")).containsExactly("127.0.0.1");
        assertThat(get(plain, "/login", "X-Forwarded-Proto", "https").headers().map())
                .doesNotContainKey("strict-transport-security");
        assertThat(get(plain, "/login", "Forwarded", "for=203.0.113.7;proto=https")
                        .headers()
                        .map())
                .doesNotContainKey("strict-transport-security");
    }

    @Test
    void sessionsShowTheAddressOfTheLogin() {
        trusting.given()
                .user(
                        "ida",
                        with(
                                APP_USER.PASSWORD,
                                trusting.bean(PasswordEncoder.class).encode(PASSWORD)));
        var in = login(trusting, "ida", PASSWORD, "X-Forwarded-For", NGINX, "X-Forwarded-Proto", "https");

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(cookies(in))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-session=")
                        .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                        .doesNotContain("Domain"));
        assertThat(send(to(trusting, "/me/sessions")
                                .header("Cookie", pairs(cookies(in)))
                                .header("X-Forwarded-For", "203.0.113.8"))
                        .body())
                .contains(NGINX)
                .doesNotContain("203.0.113.8");
        assertThat(in.headers().firstValue("Location").orElseThrow()).doesNotContain("http:", ":80");
    }

    @Test
    void cookiesOfAnHttpsSiteAreSecure() {
        assertThat(cookies(get(trusting, "/login")))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("Secure", "Path=/"));
        assertThat(cookies(get(plain, "/login")))
                .isNotEmpty()
                .noneSatisfy(cookie -> assertThat(cookie).contains("__Host-"));
    }

    @Test
    void onlyHttpsResponsesHaveHsts() {
        assertThat(get(trusting, "/login", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .contains("max-age=63072000");
        assertThat(get(trusting, "/login", "X-Forwarded-Proto", "https, http")
                        .headers()
                        .map())
                .doesNotContainKey("strict-transport-security");
        assertThat(get(trusting, "/login").headers().map()).doesNotContainKey("strict-transport-security");
    }

    @Test
    void redirectsKeepHttps() {
        var sent = get(trusting, "/me", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example");

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElseThrow())
                .endsWith("/login")
                .doesNotContain("http:", "evil.example");
    }

    private static void failLogin(LiveServer server, String name, String... headers) {
        assertThat(login(server, name, "guess", headers).statusCode()).isEqualTo(422);
    }

    private static List<String> addressesOfFailures(LiveServer server, String name) {
        DSLContext db = server.db();
        return db.select(LOGIN_FAILURE.ADDRESS)
                .from(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.USERNAME.eq(name))
                .fetch(row -> row.value1().toString());
    }

    /** Logs in as through nginx. Cookies are copied by hand, because HttpClient does not send Secure ones over HTTP. */
    private static HttpResponse<String> login(LiveServer server, String name, String password, String... headers) {
        var page = get(server, "/login", headers);
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return send(to(server, "/login")
                .headers(headers)
                .header("Cookie", pairs(cookies(page)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + name + "&password=" + password.replace(' ', '+') + "&_csrf=" + token.group(1))));
    }

    private static HttpResponse<String> get(LiveServer server, String path, String... headers) {
        var request = to(server, path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpRequest.Builder to(LiveServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url().replace("localhost", "127.0.0.1") + path));
    }

    private static String pairs(List<String> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static List<String> cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
