package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A user changes their own e-mail addresses; a new one is confirmed by a link sent to it. */
@ActTest
@WithCast
class OwnEmailTests {

    /** Posts as a user who has just reauthenticated. */
    private MvcTestResult post(String username, String path, Map<String, String> fields) {
        var request = browser().post().uri(path).with(reauthenticated(username)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor reauthenticated(String username) {
        var factor = FactorGrantedAuthority.withAuthority("FACTOR_PASSWORD")
                .issuedAt(Instant.now())
                .build();
        return user(username).authorities(factor);
    }

    private MvcTestResult visit(String path) {
        return browser().get().uri(path).exchange();
    }

    private MvcTestResult visitorPosts(String path) {
        return browser().post().uri(path).with(csrf()).exchange();
    }

    private List<String> emails() {
        return db().select(USER_EMAIL.EMAIL)
                .from(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(cast().alice))
                .orderBy(USER_EMAIL.POSITION)
                .fetch(USER_EMAIL.EMAIL);
    }

    private String linkTo(String email) {
        assertThat(post("alice", "/me/emails", Map.of("email", email))).hasRedirectedUrl("/me/emails?done=email-asked");
        return new Mailbox(db(), email).path();
    }

    @Test
    void aConfirmedAddressBecomesThePrimaryOne() {
        String link = linkTo("new@example.net");
        assertThat(db().fetch(MAIL).getValues(MAIL.RECIPIENT)).containsExactly("new@example.net");
        assertThat(visit(link)).hasStatusOk().bodyText().contains("new@example.net");
        assertThat(emails()).as("opening the link does not confirm").containsExactly("alice@example.org");

        assertThat(visitorPosts(link)).hasRedirectedUrl("/me?done=email-confirmed");

        assertThat(emails()).containsExactly("new@example.net", "alice@example.org");
        assertThat(new Mailbox(db(), "alice@example.org").kinds()).containsExactly("email-changed");
        assertThat(new Mailbox(db(), "alice@example.org").text()).contains("new@example.net");
        assertThat(visitorPosts(link)).hasStatus(404);
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("user_email").and(HISTORY.ACTOR_ID.eq(cast().alice))))
                .isNotEmpty();
    }

    @Test
    void changesRequireReauthentication() {
        given().email(cast().alice, 1, "alice@example.net");
        var fields = Map.of("email", "alice@example.net");

        assertThat(as("alice").get("/me/emails")).hasRedirectedUrl("/me/confirm?back=/me/emails");
        for (String path : List.of("/me/emails", "/me/emails/main", "/me/emails/removal")) {
            assertThat(as("alice").post(path, fields)).as(path).hasRedirectedUrl("/me/confirm?back=/me/emails");
        }
        assertThat(emails()).containsExactly("alice@example.org", "alice@example.net");
        assertThat(db().fetchCount(MAIL)).isZero();
    }

    @Test
    void anAddressIsMadePrimaryAndAnotherRemoved() {
        given().email(cast().alice, 1, "alice@example.net");

        assertThat(post("alice", "/me/emails/main", Map.of("email", "ALICE@example.net")))
                .hasStatus(302);
        assertThat(emails()).as("in its original spelling").containsExactly("alice@example.net", "alice@example.org");
        assertThat(new Mailbox(db(), "alice@example.org").kinds())
                .as("to the previous primary address")
                .containsExactly("email-changed");

        post("alice", "/me/emails/main", Map.of("email", "alice@example.net"));
        assertThat(db().fetchCount(MAIL)).as("it is primary already").isOne();

        assertThat(post("alice", "/me/emails/removal", Map.of("email", "alice@example.org")))
                .hasStatus(302);
        assertThat(emails()).containsExactly("alice@example.net");
    }

    @Test
    void primaryAndForeignAddressesAreNotRemoved() {
        for (String path : List.of("/me/emails/removal", "/me/emails/main")) {
            assertThat(post("alice", path, Map.of("email", "bob@example.org")))
                    .as(path)
                    .hasStatus(404);
            assertThat(post("alice", path, Map.of())).as(path).hasStatus(404);
        }
        assertThat(post("alice", "/me/emails/removal", Map.of("email", "alice@example.org")))
                .hasStatus(404);
        assertThat(db().fetchCount(USER_EMAIL)).isEqualTo(6);
    }

    @Test
    void invalidAndOwnAddressesAreRejectedAtTheField() {
        for (String invalid : List.of("", "alice", "a b@example.org", "ALICE@example.org", "é".repeat(10_000))) {
            assertThat(post("alice", "/me/emails", Map.of("email", invalid)))
                    .as(invalid)
                    .hasStatus(422)
                    .bodyText()
                    .contains("email-error");
        }
        assertThat(db().fetchCount(LINK)).isZero();
    }

    @Test
    void anAddressOfAnotherUserNeedsConfirmation() {
        assertThat(post("alice", "/me/emails", Map.of("email", "bob@example.org")))
                .hasRedirectedUrl("/me/emails?done=email-asked");
        assertThat(emails()).containsExactly("alice@example.org");
    }

    @Test
    void fiveLinksAnHourAndOnlyTheLastIsValid() {
        String first = linkTo("new0@example.net");
        for (int time = 1; time < 5; time++) {
            linkTo("new" + time + "@example.net");
        }
        assertThat(post("alice", "/me/emails", Map.of("email", "new9@example.net")))
                .hasStatus(422);
        assertThat(visitorPosts(first)).hasStatus(404);
        assertThat(visitorPosts(new Mailbox(db(), "new4@example.net").path())).hasStatus(302);

        db().update(LINK)
                .set(LINK.CREATED_AT, Instant.now().minus(Duration.ofMinutes(61)))
                .execute();
        linkTo("new9@example.net");
    }

    @Test
    void aUserHasAtMostAHundredAddresses() {
        for (int place = 1; place < 100; place++) {
            given().email(cast().alice, place, "alice" + place + "@example.net");
        }

        assertThat(post("alice", "/me/emails", Map.of("email", "new@example.net")))
                .hasStatus(422);
    }

    @Test
    void aLinkOfAClosedAccountIsInvalid() {
        String link = linkTo("new@example.net");
        db().update(APP_USER)
                .set(APP_USER.ACTIVE, false)
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(visitorPosts(link)).hasStatus(404);
        assertThat(emails()).containsExactly("alice@example.org");
    }
}
