package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;

import java.util.Map;
import java.util.regex.Pattern;
import org.jadhere.people.factors.Owner;
import org.jadhere.support.LiveServer;
import org.jadhere.support.Visitor;
import org.junit.jupiter.api.Test;

/** The page of a user's open sessions. */
class SessionsTests {

    private static final Pattern END = Pattern.compile("/me/sessions/[0-9a-f]{32}/termination");

    private final LiveServer server = LiveServer.shared();
    private final Owner ida = new Owner(server);
    private final Visitor here = ida.login();
    private final Visitor there = ida.login();

    private String pathToEndTheOther(Visitor visitor) {
        var path = END.matcher(visitor.get("/me/sessions").body());
        assertThat(path.find()).isTrue();
        return path.group();
    }

    @Test
    void eachSessionIsListedOnce() {
        String page = here.get("/me/sessions").body();

        assertThat(page.split("<tr>", -1)).as("the head and two lines").hasSize(4);
        assertThat(page).containsOnlyOnce(">ici</span>").contains("127.0.0.1", "Navigateur inconnu");
        assertThat(END.matcher(page).results())
                .as("the current session has no button")
                .hasSize(1);
    }

    @Test
    void thePageContainsNoSessionId() {
        String page = here.get("/me/sessions").body();

        server.db()
                .fetch(SPRING_SESSION, SPRING_SESSION.PRINCIPAL_NAME.eq(ida.name))
                .forEach(session -> assertThat(page)
                        .doesNotContain(session.get(SPRING_SESSION.SESSION_ID).strip()));
    }

    @Test
    void anotherSessionIsEnded() {
        assertThat(location(here.post("/me/sessions", pathToEndTheOther(here), Map.of())))
                .contains("session-ended");

        assertThat(location(there.get("/me"))).endsWith("/login");
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void allOtherSessionsAreEnded() {
        var third = ida.login();

        here.post("/me/sessions", "/me/sessions/termination", Map.of());

        assertThat(location(there.get("/me"))).endsWith("/login");
        assertThat(location(third.get("/me"))).endsWith("/login");
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void sessionsOfOtherUsersAreNotFound() {
        String idas = pathToEndTheOther(here);
        var henri = new Owner(server).login();

        assertThat(henri.get("/me/sessions").body()).doesNotContain(idas);
        assertThat(henri.post("/me/sessions", idas, Map.of()).statusCode()).isEqualTo(404);
        henri.post("/me/sessions", "/me/sessions/termination", Map.of());
        assertThat(there.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aLoginReplacesTheSession() {
        var henri = new Owner(server);
        var before = here.copy();

        here.post("/me", "/login", Map.of("username", henri.name, "password", Owner.PASSWORD));

        assertThat(here.get("/me").body()).contains(henri.name);
        assertThat(location(before.get("/me")))
                .as("Ida’s session at this browser")
                .endsWith("/login");
    }
}
