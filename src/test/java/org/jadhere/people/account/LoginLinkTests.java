package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.people.factors.Owner.location;
import static org.jadhere.platform.db.Tables.APP_USER;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Links by mail to log in without a password, where the association allows it. */
class LoginLinkTests extends LinkTestBase {

    @Test
    void withoutPermissionThereAreNoLoginLinks() {
        assertThat(visitor.get("/login/link").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/login", "/login/link", Map.of("email", mailbox.address()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/login/forgotten").body()).doesNotContain("/login/link");
    }

    @Test
    void aLinkLogsInOnce() {
        String path = loginLink();
        assertThat(visitor.get("/login/forgotten").body()).contains("/login/link");
        assertThat(visitor.get(path).body()).contains("Ida");
        assertThat(location(visitor.get("/me")))
                .as("opening the link does not log in")
                .endsWith("/login");
        assertThat(location(visitor.post(path, path, Map.of()))).contains("/me?done=logged-in");
        assertThat(visitor.get("/me").body()).contains(ida.name);
        assertThat(visitor.copy().post("/login/forgotten", path, Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSentLinkIsInvalidAfterPermissionIsWithdrawn() {
        String path = loginLink();
        allowLoginByLink(false);

        isInvalid(path);
    }

    @Test
    void aLinkIsValidForItsPurposeOnly() {
        String password = secretOf(passwordLink());
        String login = secretOf(loginLink());

        isInvalid("/login/link/" + password);
        isInvalid("/login/password/" + login);
        isInvalid("/email/" + password);
        isInvalid("/join/" + password);
        isInvalid("/login/password/" + "é".repeat(300).replace("é", "%C3%A9"));
    }

    @Test
    void ofManyConcurrentUsesOneLogsIn() throws Exception {
        var login = server.bean(LinkLogin.class);
        String secret = secretOf(loginLink());

        assertThat(atOnce(() -> login.use(LinkPurpose.LOGIN, secret))).isEqualTo(1);
    }

    @Test
    void aSecondFactorIsStillRequired() {
        ida.setUpGenerator(ida.login());
        String path = loginLink();

        visitor.post(path, path, Map.of());

        assertThat(location(visitor.get("/me"))).endsWith("/login/second");
    }

    @Test
    void aUserWithoutPasswordSetsOneAfterALink() {
        db.update(APP_USER)
                .setNull(APP_USER.PASSWORD)
                .where(APP_USER.ID.eq(ida.id))
                .execute();
        String path = loginLink();
        visitor.post(path, path, Map.of());

        assertThat(visitor.get("/me/emails").statusCode())
                .as("no reauthentication without a password")
                .isEqualTo(200);
        assertThat(location(visitor.post("/me/password", "/me/password", Map.of("password", NEW, "again", NEW))))
                .contains("password-changed");
    }
}
