package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Given.with;

import java.util.Map;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Two programs with one database behave as one site. */
class TwoInstancesTests {

    private static final String PASSWORD = "trois canards bleus";

    private static LiveServer here;
    private static LiveServer there;

    @BeforeAll
    static void open() {
        var database = TestDatabase.fresh();
        here = LiveServer.start(database);
        there = LiveServer.start(database);
        here.given()
                .user(
                        "ida",
                        with(APP_USER.PASSWORD, here.bean(PasswordEncoder.class).encode(PASSWORD)));
    }

    @AfterAll
    static void close() {
        here.close();
        there.close();
    }

    @Test
    void loginAndLogoutAreValidForBoth() {
        var ida = Visitor.of(here);
        ida.login("ida", PASSWORD);
        var idaThere = ida.moveTo(there);
        assertThat(idaThere.get("/me").statusCode()).isEqualTo(200);
        var stolen = ida.copy();

        assertThat(idaThere.post("/me", "/logout", Map.of()).statusCode()).isEqualTo(302);

        assertThat(ida.get("/me").statusCode()).isEqualTo(302);
        assertThat(stolen.get("/me").statusCode()).as("a copy of its cookies").isEqualTo(302);
    }

    @Test
    void aFormOfOneIsAcceptedByTheOther() {
        var visitor = Visitor.of(here);
        String page = visitor.get("/login").body();
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

        assertThat(visitor.moveTo(there)
                        .post("/robots.txt", "/login", Map.of("username", "ida", "password", PASSWORD, "_csrf", token))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void failuresAtBothAreCountedTogether() {
        for (int guess = 0; guess < LoginThrottle.PER_NAME_AND_ADDRESS; guess++) {
            Visitor.of(guess % 2 == 0 ? here : there).login("unknown", "guess " + guess);
        }

        assertThat(Visitor.of(here).login("unknown", "guess").statusCode()).isEqualTo(429);
        assertThat(Visitor.of(there).login("unknown", "guess").statusCode()).isEqualTo(429);
    }

    @Test
    void aWithdrawnRightIsGoneAtBoth() {
        here.given()
                .user(
                        "max",
                        with(APP_USER.SUPERUSER, true),
                        with(APP_USER.STAFF, true),
                        with(APP_USER.PASSWORD, here.bean(PasswordEncoder.class).encode(PASSWORD)));
        here.given().user("other", with(APP_USER.SUPERUSER, true));
        var max = Visitor.of(here);
        max.login("max", PASSWORD);
        assertThat(max.moveTo(there).get("/admin/users").statusCode()).isEqualTo(200);

        here.db()
                .update(APP_USER)
                .set(APP_USER.SUPERUSER, false)
                .where(APP_USER.USERNAME.eq("max"))
                .execute();

        assertThat(max.moveTo(there).get("/admin/users").statusCode()).isEqualTo(403);
    }
}
