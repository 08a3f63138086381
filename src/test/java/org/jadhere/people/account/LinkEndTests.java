package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.csrf;

import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Links end with the password of the account, and with the address that they were sent to. */
@ActTest
@WithCast
class LinkEndTests {

    private static final String THIEF = "voleur@evil.example";

    @Autowired
    Links links;

    @Autowired
    PasswordEncoder encoder;

    private void setPassword(String password) {
        db().update(APP_USER)
                .set(APP_USER.PASSWORD, encoder.encode(password))
                .where(APP_USER.ID.eq(cast().alice))
                .execute();
    }

    private String passwordLinkTo(String email) {
        return "/login/password/"
                + links.issue(LinkPurpose.PASSWORD, cast().alice, email, LinkPurpose.FIRST_PASSWORD)
                        .secret();
    }

    private static int status(String path) {
        return browser().get().uri(path).exchange().getResponse().getStatus();
    }

    @Test
    void aNewPasswordEndsTheConfirmationOfAnAddress() {
        setPassword("trois canards bleus");
        as("alice").proved().post("/me/emails", Map.of("email", THIEF));
        String planted = new Mailbox(db(), THIEF).path();
        assertThat(status(planted)).isEqualTo(200);

        setPassword("quatre canards verts");

        assertThat(status(planted)).isEqualTo(404);
        assertThat(browser().post().uri(planted).with(csrf()).exchange()).hasStatus(404);
        assertThat(db().fetch(USER_EMAIL, USER_EMAIL.USER_ID.eq(cast().alice)).getValues(USER_EMAIL.EMAIL))
                .containsExactly("alice@example.org");
        assertThat(db().fetchCount(LINK)).as("sent links are still counted").isOne();
    }

    @Test
    void aRemovedAddressEndsItsLinks() {
        given().email(cast().alice, 1, THIEF);
        String mistyped = passwordLinkTo(THIEF.toUpperCase(java.util.Locale.ROOT));
        assertThat(status(mistyped)).isEqualTo(200);

        var fields = Map.of("last-name", "Martin", "emails", "alice@example.org", "language", "fr");
        assertThat(as("erin").post("/admin/users/" + cast().alice, fields)).hasStatus(302);

        assertThat(status(mistyped)).isEqualTo(404);
    }

    @Test
    void linksToAddressesThatStayAreKept() {
        given().email(cast().alice, 1, THIEF);
        String kept = passwordLinkTo("alice@example.org");

        as("alice").proved().post("/me/emails/main", Map.of("email", THIEF));
        db().execute("update user_email set email = 'Alice@example.org' where email = 'alice@example.org'");
        assertThat(status(kept)).as("moved and respelled").isEqualTo(200);
        as("alice").proved().post("/me/emails/removal", Map.of("email", "alice@example.org"));

        assertThat(status(kept)).isEqualTo(404);
    }

    @Test
    void anUnconfirmedAddressThatIsRemovedCannotComeBack() {
        var fields = Map.of("last-name", "Martin", "emails", "alice@example.org\n" + THIEF, "language", "fr");
        as("carol").post("/admin/users/" + cast().alice, fields);
        String link = new Mailbox(db(), THIEF).path();
        as("alice").proved().post("/me/emails/removal", Map.of("email", THIEF));

        assertThat(browser().post().uri(link).with(csrf()).exchange()).hasStatus(404);
    }
}
