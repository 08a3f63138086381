package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.platform.db.Tables.APP_USER;

import java.util.HashMap;
import java.util.Map;
import org.jadhere.people.factors.Owner;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.Test;

/** Users change their own password. */
class PasswordTests {

    private static final String NEW = "quatre canards verts";

    private final LiveServer server = LiveServer.shared();
    private final Owner ida = new Owner(server);
    private final Visitor here = ida.login();

    private java.net.http.HttpResponse<String> change(Visitor visitor, Map<String, String> but) {
        Map<String, String> fields = new HashMap<>(Map.of("current", Owner.PASSWORD, "password", NEW, "again", NEW));
        fields.putAll(but);
        return visitor.post("/me/password", "/me/password", fields);
    }

    @Test
    void aPasswordChangeEndsAllOtherSessions() {
        var thief = here.copy();
        var elsewhere = ida.login();
        assertThat(thief.get("/me").statusCode()).isEqualTo(200);

        assertThat(location(change(here, Map.of()))).contains("/me?done=password-changed");

        assertThat(location(thief.get("/me"))).as("the copied session").endsWith("/login");
        assertThat(location(elsewhere.get("/me"))).as("another browser").endsWith("/login");
        assertThat(here.get("/me?done=password-changed").body()).contains("Votre mot de passe est changé");
        assertThat(Visitor.of(server).login(ida.name, Owner.PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(location(Visitor.of(server).login(ida.name, NEW))).endsWith("/");
    }

    @Test
    void wrongCurrentPasswordsDelayTheNextTry() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(change(here, Map.of("current", "guess " + guess)).body()).contains("pas votre mot de passe");
        }
        assertThat(change(here, Map.of()).body()).contains("Attendez 15 minutes");
        assertThat(location(Visitor.of(server).login(ida.name, NEW))).isEqualTo("nowhere");
    }

    @Test
    void invalidPasswordsAreReportedAtTheField() {
        assertThat(change(here, Map.of("password", "azertyuiop", "again", "azertyuiop")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("password-error", "se devine facilement"));
        assertThat(change(here, Map.of("again", "quatre canards vert")).body()).contains("again-error");
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aFirstPasswordNeedsAStrongerSession() {
        server.db()
                .update(APP_USER)
                .setNull(APP_USER.PASSWORD)
                .where(APP_USER.ID.eq(ida.id))
                .execute();

        assertThat(here.get("/me/password").body()).contains("reconnectez-vous par un lien");
        assertThat(change(here, Map.of("current", "")).statusCode()).isEqualTo(422);
    }
}
