package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jadhere.support.Cast;
import org.jadhere.support.LiveServer;
import org.jadhere.support.TestDatabase;
import org.jadhere.support.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.crypto.password.PasswordEncoder;

/** An administrator views the pages as another user, and cannot write during that time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewAsTests {

    private static final String PASSWORD = "trois canards bleus";

    private final LiveServer server = LiveServer.start(TestDatabase.fresh());
    private final DSLContext db = server.db();

    @SuppressWarnings("NullAway.Init")
    private Cast cast;

    private long payment;

    @BeforeAll
    void insertTwoServices() {
        var given = server.given();
        cast = Cast.in(given);
        payment = given.payment(given.service(cast.toulouse, with(SERVICE.LABEL, "abo-visible")));
        given.service(cast.vpn, with(SERVICE.LABEL, "tunnel-secret"));
        given.user("zoe", with(APP_USER.SUPERUSER, true));
        db.update(APP_USER)
                .set(APP_USER.PASSWORD, server.bean(PasswordEncoder.class).encode(PASSWORD))
                .execute();
    }

    @AfterAll
    void closeServer() {
        server.close();
    }

    private Visitor loggedIn(String username) {
        var visitor = Visitor.of(server);
        visitor.login(username, PASSWORD);
        return visitor;
    }

    private static int post(Visitor visitor, String path) {
        return visitor.post("/me", path, Map.of("amount", "1")).statusCode();
    }

    private static HttpResponse<String> services(Visitor visitor) {
        return visitor.get("/admin/services");
    }

    @Test
    void theAdministratorSeesThePagesOfTheUser() {
        var erin = loggedIn("erin");
        assertThat(post(erin, "/admin/users/" + cast.carol + "/rehearsal")).isEqualTo(302);
        assertThat(services(erin).body())
                .contains("abo-visible", "Erin Martin, vous voyez les pages comme Carol Martin")
                .doesNotContain("tunnel-secret");
        assertThat(erin.get("/admin/crews").statusCode()).isEqualTo(403);

        assertThat(post(erin, "/me/rehearsal/termination")).isEqualTo(302);
        assertThat(services(erin).body()).contains("tunnel-secret").doesNotContain("vous voyez les pages comme");
        assertThat(db.fetch(HISTORY, HISTORY.TABLE_NAME.eq("rehearsal"), HISTORY.ACTOR_ID.eq(cast.erin)))
                .extracting(line -> line.get(HISTORY.ACTION))
                .contains("insert", "update");
    }

    @Test
    void viewAsIsReadOnly() {
        var erin = loggedIn("erin");
        post(erin, "/admin/users/" + cast.carol + "/rehearsal");
        for (String path : new String[] {
            "/admin/payments/" + payment,
            "/admin/payments/" + payment + "/deletion",
            "/admin/users/" + cast.frank + "/membership",
            "/admin/users/" + cast.dave + "/rehearsal"
        }) {
            assertThat(post(erin, path)).as(path).isEqualTo(403);
        }
        assertThat(db.fetchExists(PAYMENT, PAYMENT.ID.eq(payment))).isTrue();
    }

    @Test
    void onlyAdministratorsMayViewAs() {
        for (String user : new String[] {"alice", "carol", "bob"}) {
            assertThat(post(loggedIn(user), "/admin/users/" + cast.erin + "/rehearsal"))
                    .as(user)
                    .isEqualTo(403);
        }
    }

    @Test
    void viewAsEndsWithTheRightsOfTheAdministrator() {
        var zoe = loggedIn("zoe");
        post(zoe, "/admin/users/" + cast.erin + "/rehearsal");
        assertThat(zoe.get("/admin/crews").statusCode()).as("as Erin").isEqualTo(200);
        db.update(APP_USER)
                .set(APP_USER.SUPERUSER, false)
                .where(APP_USER.USERNAME.eq("zoe"))
                .execute();
        assertThat(zoe.get("/admin/crews").statusCode())
                .as("Zoe is no longer an administrator")
                .isEqualTo(403);
    }
}
