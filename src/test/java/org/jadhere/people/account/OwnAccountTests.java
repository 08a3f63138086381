package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What Alice does with her own account: contact details, e-mail addresses, the request to close it. */
@ActTest
@WithCast
class OwnAccountTests {

    private Record alice() {
        return db().fetchSingle(APP_USER, APP_USER.ID.eq(cast().alice));
    }

    private static Map<String, String> contact() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("first-name", "Alice");
        fields.put("last-name", "Durand-Ñúñez");
        fields.put("phone", "05 61 00 00 00");
        fields.put("address", "12 rue du Gué\r\n31000 Toulouse");
        fields.put("language", "en");
        return fields;
    }

    @Test
    void contactDetailsAreChangedByTheirOwner() {
        assertThat(as("alice").get("/me/contact"))
                .hasStatusOk()
                .bodyText()
                .contains("alice@example.org", "name=\"was.last-name\" value=\"Martin\"");

        assertThat(as("alice").post("/me/contact", contact())).hasRedirectedUrl("/me?done=contact-changed");

        assertThat(alice().get(APP_USER.LAST_NAME)).isEqualTo("Durand-Ñúñez");
        assertThat(alice().get(APP_USER.ADDRESS)).isEqualTo("12 rue du Gué\n31000 Toulouse");
        assertThat(alice().get(APP_USER.LANGUAGE)).isEqualTo("en");
        assertThat(db().fetch(HISTORY, HISTORY.ACTOR_ID.eq(cast().alice)))
                .extracting(line -> line.get(HISTORY.TABLE_NAME))
                .containsExactly("app_user");
    }

    @Test
    void whatACrewChangedMeanwhileIsToldAndWhatWasTypedIsKept() {
        var fields = contact();
        fields.put("was.phone", "");
        db().update(APP_USER)
                .set(APP_USER.PHONE, "06 00 00 00 00")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(as("alice").post("/me/contact", fields))
                .hasStatus(422)
                .bodyText()
                .contains("phone-error", "06 00 00 00 00", "value=\"05 61 00 00 00\"");
        assertThat(alice().get(APP_USER.PHONE)).isEqualTo("06 00 00 00 00");
    }

    @Test
    void whatTheFormDoesNotOfferIsNotTaken() {
        var fields = contact();
        for (String forged : List.of("staff", "superuser", "active")) {
            fields.put(forged, "yes");
        }
        fields.put("username", "root");
        fields.put("emails", "thief@example.org");
        fields.put("id", String.valueOf(cast().erin));

        assertThat(as("alice").post("/me/contact", fields)).hasStatus(302);

        assertThat(alice().get(APP_USER.STAFF)).isFalse();
        assertThat(alice().get(APP_USER.SUPERUSER)).isFalse();
        assertThat(alice().get(APP_USER.USERNAME)).isEqualTo("alice");
        assertThat(emails()).containsExactly("alice@example.org");
        assertThat(db().fetchValue(APP_USER.LAST_NAME, APP_USER.ID.eq(cast().erin)))
                .isEqualTo("Martin");
    }

    @Test
    void aNameIsNeededAndNothingIsTooLong() {
        var fields = contact();
        fields.put("first-name", "");
        fields.put("last-name", " ");
        assertThat(as("alice").post("/me/contact", fields))
                .hasStatus(422)
                .bodyText()
                .contains("last-name-error");
        fields = contact();
        fields.put("address", "x".repeat(2001));
        assertThat(as("alice").post("/me/contact", fields))
                .hasStatus(422)
                .bodyText()
                .contains("address-error");
    }

    /** Somebody who proved to be themselves a moment ago. */
    private MvcTestResult post(String who, String path, Map<String, String> fields) {
        var request = browser().post().uri(path).with(justProved(who)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor justProved(String who) {
        var proof = FactorGrantedAuthority.withAuthority("FACTOR_PASSWORD")
                .issuedAt(Instant.now())
                .build();
        return user(who).authorities(proof);
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
    void aNewAddressIsConfirmedByALetterToItAndBecomesTheMainOne() {
        String link = linkTo("new@example.net");
        assertThat(db().fetch(MAIL).getValues(MAIL.RECIPIENT)).containsExactly("new@example.net");
        assertThat(visit(link)).hasStatusOk().bodyText().contains("new@example.net");
        assertThat(emails()).as("looking confirms nothing").containsExactly("alice@example.org");

        assertThat(visitorPosts(link)).hasRedirectedUrl("/me?done=email-confirmed");

        assertThat(emails()).containsExactly("new@example.net", "alice@example.org");
        assertThat(new Mailbox(db(), "alice@example.org").kinds()).containsExactly("email-changed");
        assertThat(new Mailbox(db(), "alice@example.org").text()).contains("new@example.net");
        assertThat(visitorPosts(link)).hasStatus(404);
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("user_email").and(HISTORY.ACTOR_ID.eq(cast().alice))))
                .isNotEmpty();
    }

    @Test
    void addressesLeadIntoTheAccountSoThatItIsAskedWhoOneIs() {
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
    void anAddressIsMadeTheMainOneAndAnotherIsRemoved() {
        given().email(cast().alice, 1, "alice@example.net");

        assertThat(post("alice", "/me/emails/main", Map.of("email", "ALICE@example.net")))
                .hasStatus(302);
        assertThat(emails()).as("as it was spelled").containsExactly("alice@example.net", "alice@example.org");
        assertThat(new Mailbox(db(), "alice@example.org").kinds())
                .as("to the one before")
                .containsExactly("email-changed");

        post("alice", "/me/emails/main", Map.of("email", "alice@example.net"));
        assertThat(db().fetchCount(MAIL)).as("it is already").isOne();

        assertThat(post("alice", "/me/emails/removal", Map.of("email", "alice@example.org")))
                .hasStatus(302);
        assertThat(emails()).containsExactly("alice@example.net");
    }

    @Test
    void theMainOneAndThoseOfOthersAreNotRemoved() {
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
    void oneThatIsAlreadyTheirsAndOddOnesAreToldBesideTheField() {
        for (String odd : List.of("", "alice", "a b@example.org", "ALICE@example.org", "é".repeat(10_000))) {
            assertThat(post("alice", "/me/emails", Map.of("email", odd)))
                    .as(odd)
                    .hasStatus(422)
                    .bodyText()
                    .contains("email-error");
        }
        assertThat(db().fetchCount(LINK)).isZero();
    }

    @Test
    void anAddressOfSomebodyElseIsAskedForAsAnyOtherAndConfirmedByWhoeverReadsIt() {
        assertThat(post("alice", "/me/emails", Map.of("email", "bob@example.org")))
                .hasRedirectedUrl("/me/emails?done=email-asked");
        assertThat(emails()).containsExactly("alice@example.org");
    }

    @Test
    void fiveAreAskedForInAnHourAndTheLastLinkAloneWorks() {
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
    void aHundredAddressesAreEnough() {
        for (int place = 1; place < 100; place++) {
            given().email(cast().alice, place, "alice" + place + "@example.net");
        }

        assertThat(post("alice", "/me/emails", Map.of("email", "new@example.net")))
                .hasStatus(422);
    }

    @Test
    void aLinkOfAnAccountThatWasClosedConfirmsNothing() {
        String link = linkTo("new@example.net");
        db().update(APP_USER)
                .set(APP_USER.ACTIVE, false)
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(visitorPosts(link)).hasStatus(404);
        assertThat(emails()).containsExactly("alice@example.org");
    }

    @Test
    void aClosingIsAskedForOnceHoweverOftenItIsSentAndTakenBack() {
        var fields = Map.of("message", "Je déménage <b>");
        assertThat(as("alice").post("/me/closing", Map.of("message", "x".repeat(5001))))
                .hasStatus(422);
        as("alice").post("/me/closing", fields);
        assertThat(as("alice").post("/me/closing", fields)).hasRedirectedUrl("/me/closing?done=closing-asked");
        assertThat(db().fetchCount(CLOSING_REQUEST)).isOne();
        assertThat(as("carol").get("/admin/closings")).bodyText().contains("Alice Martin", "Je déménage &lt;b&gt;");

        assertThat(as("alice").post("/me/closing/withdrawal")).hasStatus(302);
        as("alice").post("/me/closing/withdrawal");

        assertThat(as("carol").get("/admin/closings")).bodyText().doesNotContain("Je déménage");
        as("alice").post("/me/closing", fields);
        assertThat(db().fetchCount(CLOSING_REQUEST)).isEqualTo(2);
        assertThat(db().fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("closing_request")))
                .isEqualTo(3);
    }

    @Test
    void aCrewSettlesItWithALetterAlsoToAnAccountThatIsClosedByThen() {
        as("alice").post("/me/closing", Map.of("message", ""));
        long id = db().fetchSingle(CLOSING_REQUEST).get(CLOSING_REQUEST.ID);
        String path = "/admin/closings/" + id + "/reply";
        for (String who : List.of("alice", "frank", "bob")) {
            assertThat(as(who).post(path, Map.of("reply-" + id, "x"))).as(who).hasStatus(403);
        }
        assertThat(as("carol").post(path)).hasStatus(422).bodyText().contains("reply-" + id + "-error");
        db().update(APP_USER)
                .set(APP_USER.ACTIVE, false)
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(as("carol").post(path, Map.of("reply-" + id, "C’est fait."))).hasStatus(302);

        assertThat(new Mailbox(db(), "alice@example.org").kinds()).containsExactly("closing-done");
        assertThat(new Mailbox(db(), "alice@example.org").text()).contains("C’est fait.");
        assertThat(db().fetchSingle(CLOSING_REQUEST).get(CLOSING_REQUEST.DECIDED_BY))
                .isEqualTo(cast().carol);
        assertThat(as("dave").post(path, Map.of("reply-" + id, "Moi aussi.")))
                .as("of two at once, the second")
                .hasStatus(404);
        assertThat(db().fetchCount(MAIL)).isOne();
    }
}
