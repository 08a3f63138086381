package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.LOGIN_FAILURE;
import static org.jadhere.support.Given.with;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jadhere.support.Visitor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Logging in with a password, against a running server. Ida is a new user in each test. */
class LoginTests {

    // "essai-en-local", as Django stores it
    private static final String DJANGO =
            "pbkdf2_sha256$260000$donneesdessai00$4gwYcZnnmSj9rG3p+ypoGrNROXIrZadfb+d/y3KdOcg=";
    private static final String PASSWORD = "trois canards bleus";

    private final LiveServer server = LiveServer.shared();
    private final DSLContext db = server.db();
    private final String ida = "ida-" + UUID.randomUUID();
    private final Visitor visitor = Visitor.of(server);

    @BeforeEach
    void idaHasAPassword() {
        db.deleteFrom(LOGIN_FAILURE).execute();
        account(ida, server.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    private void account(String username, @Nullable String password) {
        server.given().user(username, with(APP_USER.PASSWORD, password));
    }

    @Test
    void aLoginLeadsToTheUsersPage() {
        assertThat(visitor.login(ida, PASSWORD)).satisfies(LoginTests::isLoggedIn);
        assertThat(visitor.get("/me").body()).contains(ida + "@example.org");
    }

    @Test
    void theUserNameIgnoresCase() {
        assertThat(visitor.login(ida.toUpperCase(Locale.ROOT), PASSWORD)).satisfies(LoginTests::isLoggedIn);
    }

    @Test
    void aLoginLeadsBackToTheRequestedPage() {
        assertThat(location(visitor.get("/admin/users?q=zoe"))).endsWith("/login");

        assertThat(location(visitor.login(ida, PASSWORD))).contains("/admin/users?q=zoe");
    }

    @Test
    void theSessionCookieIsHttpOnly() {
        assertThat(visitor.login(ida, PASSWORD).headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("session=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void wrongAndUnknownGetTheSameMessage() {
        var wrong = visitor.login(ida, "trois canards verts");
        var unknown = visitor.login("personne", "trois canards verts");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Ce nom et ce mot de passe ne vont pas ensemble");
        assertThat(withoutTokens(unknown).replace("personne", ida)).isEqualTo(withoutTokens(wrong));
    }

    @Test
    void aFailureKeepsTheNameAndNotThePassword() {
        assertThat(visitor.login("ida<b>", "secret-tapé").body())
                .contains("value=\"ida&lt;b>\"")
                .doesNotContain("secret-tapé");
    }

    @Test
    void malformedNamesAreUnknown() {
        assertThat(visitor.login(ida.replace("-", "\0"), PASSWORD).statusCode()).isEqualTo(422);
        assertThat(visitor.login("é".repeat(5000), PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void passwordsOfDjangoAreRehashedWithArgon2() {
        String henri = "henri-" + UUID.randomUUID();
        account(henri, DJANGO);

        assertThat(visitor.login(henri, "essai-en-locaL").statusCode()).isEqualTo(422);
        assertThat(passwordOf(henri)).isEqualTo(DJANGO);
        assertThat(visitor.login(henri, "essai-en-local")).satisfies(LoginTests::isLoggedIn);
        assertThat(passwordOf(henri)).startsWith("{argon2}$argon2id$");
        assertThat(Visitor.of(server).login(henri, "essai-en-local")).satisfies(LoginTests::isLoggedIn);
    }

    @Test
    void inactiveUsersAndMissingPasswordsFail() {
        set(APP_USER.ACTIVE, false);
        assertThat(visitor.login(ida, PASSWORD).statusCode()).isEqualTo(422);

        set(APP_USER.ACTIVE, true);
        set(APP_USER.PASSWORD, null);
        assertThat(visitor.login(ida, "").statusCode()).isEqualTo(422);
    }

    @Test
    void failuresFromOneAddressDelayTheNextTry() {
        for (int guess = 0; guess < LoginThrottle.PER_NAME_AND_ADDRESS; guess++) {
            assertThat(visitor.login(ida, "guess " + guess).statusCode()).isEqualTo(422);
        }
        var refused = visitor.login(ida, PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("Attendez 15 minutes");
        assertThat(Visitor.from(server, "127.0.0.9").login(ida, PASSWORD)).satisfies(LoginTests::isLoggedIn);
    }

    @Test
    void failuresFromManyAddressesDelayTheNextTry() {
        for (int guess = 0; guess < LoginThrottle.PER_NAME; guess++) {
            Visitor.from(server, "127.0.1." + guess).login(ida, "guess");
        }
        assertThat(Visitor.from(server, "127.0.2.1").login(ida, PASSWORD).statusCode())
                .isEqualTo(429);
    }

    @Test
    void theDelayEndsAfterFifteenMinutes() {
        for (int guess = 0; guess <= LoginThrottle.PER_NAME_AND_ADDRESS; guess++) {
            visitor.login(ida, "guess " + guess);
        }
        db.update(LOGIN_FAILURE)
                .set(LOGIN_FAILURE.AT, Instant.now().minus(Duration.ofMinutes(16)))
                .execute();

        assertThat(visitor.login(ida, PASSWORD)).satisfies(LoginTests::isLoggedIn);
    }

    @Test
    void aLoginNeedsACsrfToken() {
        var answer = visitor.post("/favicon.svg", "/login", Map.of("username", ida, "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aLogoutEndsTheSession() {
        visitor.login(ida, PASSWORD);

        assertThat(location(visitor.post("/me", "/logout", Map.of()))).endsWith("/login?out");
        assertThat(location(visitor.get("/me"))).endsWith("/login");
    }

    @Test
    void deactivationEndsTheSession() {
        visitor.login(ida, PASSWORD);

        set(APP_USER.ACTIVE, false);

        assertThat(location(visitor.get("/me"))).endsWith("/login");
    }

    @Test
    void aGrantedRightTakesEffectAtOnce() {
        visitor.login(ida, PASSWORD);
        assertThat(visitor.get("/admin/users").statusCode()).isEqualTo(403);

        set(APP_USER.SUPERUSER, true);

        assertThat(visitor.get("/admin/users").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionSurvivesARestart() {
        var database = TestDatabase.fresh();
        try (var before = LiveServer.start(database)) {
            before.given()
                    .user(
                            ida,
                            with(
                                    APP_USER.PASSWORD,
                                    before.bean(PasswordEncoder.class).encode(PASSWORD)));
            var reader = Visitor.of(before);
            reader.login(ida, PASSWORD);
            before.close();
            try (var after = LiveServer.start(database)) {
                assertThat(reader.moveTo(after).get("/me").statusCode()).isEqualTo(200);
            }
        }
    }

    private <T> void set(Field<T> field, @Nullable T value) {
        db.update(APP_USER).set(field, value).where(APP_USER.USERNAME.eq(ida)).execute();
    }

    private String passwordOf(String username) {
        return db.select(APP_USER.PASSWORD)
                .from(APP_USER)
                .where(APP_USER.USERNAME.eq(username))
                .fetchSingle()
                .value1();
    }

    private static void isLoggedIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    private static String withoutTokens(HttpResponse<String> answer) {
        return answer.body().replaceAll("value=\"[^\"]{60,}\"", "");
    }
}
