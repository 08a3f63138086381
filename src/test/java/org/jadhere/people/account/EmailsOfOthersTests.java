package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.csrf;

import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An address that another person adds to an account opens nothing until it is confirmed, and the owner is notified. */
@ActTest
@WithCast
class EmailsOfOthersTests {

    private static final String NEW = "attaquant@evil.example";

    @Autowired
    LinkMails linkMails;

    private MvcTestResult change(String actor, long user, String... emails) {
        var fields = Map.of(
                "first-name", "Alice", "last-name", "Martin", "emails", String.join("\n", emails), "language", "fr");
        return as(actor).post("/admin/users/" + user, fields);
    }

    /** The kinds of the mails to the new address after a visitor asked for a link to it. */
    private List<String> linksTo(String email) {
        for (String path : List.of("/login/forgotten", "/login/link")) {
            browser().post().uri(path).param("email", email).with(csrf()).exchange();
        }
        linkMails.run();
        return new Mailbox(db(), email).kinds();
    }

    private Map<String, Boolean> emails(long user) {
        return db().selectFrom(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(user))
                .orderBy(USER_EMAIL.POSITION)
                .fetchMap(USER_EMAIL.EMAIL, USER_EMAIL.CONFIRMED);
    }

    @Test
    void aCrewMemberDoesNotBecomeAMember() {
        db().execute("update association set login_by_link = true");

        assertThat(change("carol", cast().alice, NEW)).hasStatus(302);

        assertThat(emails(cast().alice)).containsExactly(Map.entry(NEW, false));
        var owner = new Mailbox(db(), "alice@example.org");
        assertThat(owner.kinds()).containsExactly("emails-changed");
        assertThat(owner.text()).contains(NEW);
        assertThat(linksTo(NEW)).as("no link to log in or to choose a password").containsExactly("email-added");
    }

    @Test
    void aSecondCrewMemberDoesNotConfirmIt() {
        change("carol", cast().alice, NEW, "alice@example.org");
        String path = "/admin/users/" + cast().alice + "/emails/confirmation";

        assertThat(as("dave").proved().post(path, Map.of("email", NEW))).hasStatus(403);
        change("dave", cast().alice, "alice@example.org");
        change("dave", cast().alice, "alice@example.org", NEW.toUpperCase(java.util.Locale.ROOT));
        assertThat(change("dave", cast().alice, NEW)).hasStatus(302);

        assertThat(emails(cast().alice)).containsExactly(Map.entry(NEW, false));
        assertThat(new Mailbox(db(), "alice@example.org").kinds()).hasSize(4).containsOnly("emails-changed");
        assertThat(linksTo(NEW)).doesNotContain("password", "login");
    }

    @Test
    void theFirstConfirmedAddressIsNotifiedToo() {
        given().email(cast().alice, 1, "alice@example.net");
        change("carol", cast().alice, NEW, "alice@example.net");

        change("carol", cast().alice, NEW);

        assertThat(new Mailbox(db(), "alice@example.net").kinds()).containsExactly("emails-changed");
        assertThat(new Mailbox(db(), NEW).kinds()).containsExactly("email-added", "emails-changed");
    }

    @Test
    void theOwnerOfTheAddressConfirmsItByItsLink() {
        change("carol", cast().alice, "alice@example.org", NEW);
        String link = new Mailbox(db(), NEW).path();

        assertThat(browser().get().uri(link).exchange())
                .hasStatusOk()
                .bodyText()
                .contains(NEW);
        assertThat(browser().post().uri(link).with(csrf()).exchange()).hasStatus(302);

        assertThat(emails(cast().alice))
                .as("in its place")
                .containsExactly(Map.entry("alice@example.org", true), Map.entry(NEW, true));
        assertThat(linksTo(NEW)).containsExactly("email-added", "password");
    }

    @Test
    void anAdministratorCountsItAsConfirmed() {
        change("erin", cast().alice, NEW);
        String path = "/admin/users/" + cast().alice + "/emails/confirmation";
        assertThat(emails(cast().alice)).as("of an administrator as well").containsExactly(Map.entry(NEW, false));
        assertThat(as("erin").post(path, Map.of("email", NEW)))
                .as("without a fresh proof")
                .hasRedirectedUrl("/me/confirm?back=/admin/users/" + cast().alice + "/status");
        assertThat(as("erin").proved().get("/admin/users/" + cast().alice + "/status"))
                .bodyText()
                .contains("Compter comme confirmée");

        assertThat(as("erin").proved().post(path, Map.of("email", NEW))).hasStatus(302);

        assertThat(emails(cast().alice)).containsExactly(Map.entry(NEW, true));
        assertThat(as("erin").proved().post(path, Map.of("email", NEW))).hasStatus(404);
    }

    @Test
    void theFirstAddressOfANewAccountIsConfirmed() {
        var fields = Map.of("last-name", "Lefèvre", "emails", "zoe@example.org\nzoe@example.net", "language", "fr");
        as("carol").post("/admin/users", fields);
        long zoe = db().fetchSingle(APP_USER, APP_USER.LAST_NAME.eq("Lefèvre")).get(APP_USER.ID);

        assertThat(emails(zoe))
                .containsExactly(Map.entry("zoe@example.org", true), Map.entry("zoe@example.net", false));
        assertThat(linksTo("zoe@example.org")).containsExactly("password");
    }

    @Test
    void anAccountWithoutAddressIsNotTakenByItsFirst() {
        db().deleteFrom(USER_EMAIL).where(USER_EMAIL.USER_ID.eq(cast().alice)).execute();

        change("carol", cast().alice, NEW);

        assertThat(emails(cast().alice)).containsExactly(Map.entry(NEW, false));
        assertThat(linksTo(NEW)).containsExactly("email-added");
    }

    @Test
    void pagesAndDataShowTheMark() {
        change("carol", cast().alice, "alice@example.org", NEW);

        assertThat(as("carol").get("/admin/members/" + cast().aliceMember))
                .bodyText()
                .contains("pas encore confirmée");
        assertThat(as("alice").proved().get("/me/emails")).bodyText().contains("pas encore confirmée");
        assertThat(as("alice").get("/me/data.json")).bodyText().containsPattern("\"confirmed\"\\s*:\\s*false");
        assertThat(as("carol").get("/admin/history?kind=user&id=" + cast().alice))
                .bodyText()
                .contains("Confirmée");
        assertThat(as("alice").proved().post("/me/emails/main", Map.of("email", NEW)))
                .as("not the main one before")
                .hasStatus(404);
        assertThat(as("alice").proved().post("/me/emails", Map.of("email", NEW)))
                .as("another link")
                .hasStatus(302);
        assertThat(new Mailbox(db(), NEW).kinds()).containsExactly("email-added", "email");
    }

    @Test
    void theDatabaseDecidesWhoConfirms() {
        assertThat(confirmedAs(cast().carol)).isEqualTo("user_email_confirmed_by_owner");
        assertThat(confirmedAs(cast().alice)).isEqualTo(NOTHING);
        assertThat(confirmedAs(cast().erin)).isEqualTo(NOTHING);
        assertThat(db().fetch(MAIL)).extracting(Record::size).isEmpty();
    }

    private String confirmedAs(long actor) {
        db().execute("update user_email set confirmed = false where user_id = ?", cast().alice);
        return refusedBy(() -> db().transaction(it -> {
            it.dsl().execute("select set_config('jadhere.actor_id', '" + actor + "', true)");
            it.dsl().execute("update user_email set confirmed = true where user_id = ?", cast().alice);
        }));
    }
}
