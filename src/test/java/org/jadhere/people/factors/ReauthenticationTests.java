package org.jadhere.people.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;
import static org.jadhere.platform.db.Tables.SPRING_SESSION_ATTRIBUTES;
import static org.jooq.impl.DSL.selectOne;

import java.util.Map;
import org.jadhere.support.LiveServer;
import org.jooq.Select;
import org.junit.jupiter.api.Test;

/** Reauthentication before sensitive pages. An administrator who views the site as another user may not open them. */
class ReauthenticationTests {

    private final LiveServer server = LiveServer.shared();
    private final Owner ida = new Owner(server, Owner.administrator());

    @Test
    void thePasswordLeadsBackToThePage() {
        var here = ida.login();
        var wrong = here.post("/me/confirm", "/me/confirm", Map.of("password", "guess"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("password-error");

        var fields = Map.of("password", Owner.PASSWORD, "back", "/me/security/generator/new");
        assertThat(location(here.post("/me/confirm", "/me/confirm", fields))).endsWith("/me/security/generator/new");
        assertThat(here.get("/me/security/generator/new").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyPathsOfTheSiteAreRedirectedTo() {
        var here = ida.login();
        for (String away :
                new String[] {"https://evil.example/", "//evil.example", "/me/security/../../x", "/logout"}) {
            var fields = Map.of("password", Owner.PASSWORD, "back", away);
            assertThat(location(here.post("/me/confirm", "/me/confirm", fields)))
                    .as(away)
                    .endsWith("/me/security");
        }
    }

    @Test
    void viewAsDoesNotOpenPagesOfTheAccount() {
        var here = ida.login();
        var zoe = new Owner(server);
        here.post("/me", "/admin/users/" + zoe.id + "/rehearsal", Map.of());

        assertThat(here.get("/me").body()).contains(zoe.name + "@example.org");
        for (String path : new String[] {"/me/security", "/me/sessions", "/me/password", "/me/confirm"}) {
            assertThat(here.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(here.post("/me", path, Map.of()).statusCode()).as(path).isEqualTo(403);
        }
    }

    private static String qrCode(org.jadhere.support.Visitor visitor) {
        return visitor.get("/me/security/generator/new").body().replaceAll("(?s).*<svg class=\"qr\"|</svg>.*", "");
    }

    @Test
    void aGeneratorKeyIsKeptUntilSetUp() {
        var here = ida.login();
        assertThat(qrCode(here)).contains("<path").isEqualTo(qrCode(here));
        assertThat(server.db().fetchCount(generatorKeys())).isOne();
        assertThat(here.post("/me/security/generator/new", "/me/security/generator", Map.of("code", "000"))
                        .statusCode())
                .isEqualTo(422);

        ida.setUpGenerator(here);

        assertThat(here.get("/me/security").body()).contains("En place depuis");
        assertThat(server.db().fetchCount(generatorKeys())).isZero();
    }

    /** Those of Ida's sessions only: the sessions of other tests on this server may hold one. */
    private Select<?> generatorKeys() {
        return selectOne()
                .from(SPRING_SESSION_ATTRIBUTES)
                .join(SPRING_SESSION)
                .on(SPRING_SESSION.PRIMARY_ID.eq(SPRING_SESSION_ATTRIBUTES.SESSION_PRIMARY_ID))
                .where(SPRING_SESSION_ATTRIBUTES.ATTRIBUTE_NAME.eq("generator.key"))
                .and(SPRING_SESSION.PRINCIPAL_NAME.eq(ida.name));
    }
}
