package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_SERVICE;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Stage.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Strangers ask to join and confirm it, and people with an account ask for an organisation. Zoé is the stranger. */
@ActTest
@WithCast
class JoiningTests {

    @Autowired
    JoinMails letters;

    private long charter;
    private long newsletter;

    @BeforeEach
    void theAssociationIsOpen() {
        db().update(SERVICE_TYPE)
                .set(SERVICE_TYPE.OFFERED, true)
                .where(SERVICE_TYPE.ID.eq(cast().toulouse))
                .execute();
        charter = given().consent("J’accepte la charte.", "I accept the charter.");
        newsletter = given().consent("Écrivez-moi.", "Write to me.", with(CONSENT.REQUIRED, false));
    }

    private Mailbox mailbox(String email) {
        return new Mailbox(db(), email);
    }

    private Map<String, String> zoe() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "person");
        fields.put("first-name", "Zoé");
        fields.put("last-name", "Lefèvre");
        fields.put("email", "zoe@example.org");
        fields.put("phone", "05 61 00 00 00");
        fields.put("address", "12 rue du Gué\r\n31000 Toulouse");
        fields.put("message", "<b>Bonjour</b> ' \" {0}");
        fields.put("consent-" + charter, "yes");
        fields.put("type-" + cast().toulouse, "yes");
        return fields;
    }

    private static Map<String, String> but(Map<String, String> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = browser().post().uri(path).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return browser().get().uri(path).exchange();
    }

    private Record only() {
        return db().fetchSingle(JOIN_REQUEST);
    }

    private String linkFor(String email) {
        letters.run();
        return mailbox(email).path();
    }

    @Test
    void aPersonAsksIsWrittenToConfirmsAndIsSeenByCrewsOnlyThen() {
        assertThat(get("/join")).hasStatusOk().bodyText().contains("J’accepte la charte.", "Toulouse");
        assertThat(post("/join", zoe())).hasRedirectedUrl("/join/asked?done=join-letter");
        String page = "/admin/requests/" + only().get(JOIN_REQUEST.ID);

        String link = linkFor("zoe@example.org");
        assertThat(as("carol").get("/admin/requests")).bodyText().doesNotContain("Lefèvre");
        assertThat(as("carol").get(page)).hasStatus(404);
        assertThat(get(link)).hasStatusOk().bodyText().contains("zoe@example.org");
        assertThat(only().get(JOIN_REQUEST.CONFIRMED_AT))
                .as("looking confirms nothing")
                .isNull();

        assertThat(post(link, Map.of())).hasRedirectedUrl("/join/asked?done=join-confirmed");

        assertThat(as("carol").get("/admin/requests")).bodyText().contains("Zoé Lefèvre", "Toulouse");
        assertThat(as("carol").get(page))
                .hasStatusOk()
                .bodyText()
                .contains("J’accepte la charte.", "05 61 00 00 00", "&lt;b&gt;Bonjour&lt;/b&gt;", "{0}");
        assertThat(post(link, Map.of())).hasStatus(404);
        assertThat(get(link)).hasStatus(404);
    }

    @Test
    void anOrganisationAsks() {
        var fields = but(but(zoe(), "kind", "organisation"), "organisation", "Le Hublot");
        post("/join", fields);
        post(linkFor("zoe@example.org"), Map.of());

        assertThat(as("carol").get("/admin/requests")).bodyText().contains("Le Hublot");
        assertThat(post("/join", but(but(zoe(), "kind", "organisation"), "organisation", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("organisation-error");
        post("/join", but(but(zoe(), "organisation", "Oubliée"), "email", "other@example.org"));
        assertThat(db().fetchSingle(JOIN_REQUEST, JOIN_REQUEST.EMAIL.eq("other@example.org"))
                        .get(JOIN_REQUEST.ORGANISATION_NAME))
                .as("of a person, what stands in a field that is hidden counts for nothing")
                .isEmpty();
    }

    @Test
    void whatIsMissingOrTooLongOrNoAddressIsToldBesideItsFieldAndNothingIsLost() {
        Map<String, String> wrong = Map.of(
                "last-name", " ",
                "email", "zoe",
                "phone", "0".repeat(201),
                "message", "é".repeat(5001),
                "address", "x".repeat(2001));
        wrong.forEach((name, value) -> assertThat(post("/join", but(zoe(), name, value)))
                .as(name)
                .hasStatus(422)
                .bodyText()
                .contains(name + "-error", "value=\"Zoé\""));
        assertThat(db().fetchCount(JOIN_REQUEST)).isZero();
    }

    @Test
    void oddAddressesAreRefusedOrTakenButNeverAFailure() {
        for (String odd : List.of(
                "a\u00a0b@example.org",
                "a\u2003b@example.org",
                "a\u0001b@example.org",
                "é@exämple.org",
                "<a@b>",
                "a@b")) {
            assertThat(post("/join", but(zoe(), "email", odd)).getResponse().getStatus())
                    .as(odd)
                    .isIn(302, 422);
        }
        letters.run();
    }

    @Test
    void aRequiredConsentIsRequiredAndAnotherIsNot() {
        assertThat(post("/join", but(zoe(), "consent-" + charter, "")))
                .hasStatus(422)
                .bodyText()
                .contains("consent-" + charter + "-error");
        assertThat(db().fetchCount(JOIN_REQUEST)).isZero();

        assertThat(post("/join", zoe())).hasStatus(302);
        assertThat(db().fetch(JOIN_REQUEST_CONSENT).getValues(JOIN_REQUEST_CONSENT.CONSENT_ID))
                .containsExactly(charter)
                .doesNotContain(newsletter);
    }

    @Test
    void whatWasAgreedToStaysInTheWordsThatWereRead() {
        browser().get();
        var request =
                browser().post().uri("/join").header("Accept-Language", "en").with(csrf());
        zoe().forEach(request::param);
        assertThat(request.exchange()).hasStatus(302);
        db().update(CONSENT).set(CONSENT.TEXT_EN, "I promise the moon.").execute();

        post(linkFor("zoe@example.org"), Map.of());

        assertThat(as("carol").get("/admin/requests/" + only().get(JOIN_REQUEST.ID)))
                .bodyText()
                .contains("I accept the charter.")
                .doesNotContain("moon");
        assertThat(mailbox("zoe@example.org").text()).contains("Confirm my request:");
    }

    @Test
    void whoReadATextThatHasChangedMeanwhileIsShownTheNewOneFirst() {
        var read = but(zoe(), "was.consent-" + charter, "J’accepte la charte.");
        assertThat(get("/join"))
                .bodyText()
                .contains("name=\"was.consent-" + charter + "\" value=\"J’accepte la charte.\"");
        db().update(CONSENT)
                .set(CONSENT.TEXT_FR, "Je promets la lune.")
                .where(CONSENT.ID.eq(charter))
                .execute();

        assertThat(post("/join", read))
                .hasStatus(422)
                .bodyText()
                .contains("consent-" + charter + "-error", "value=\"Je promets la lune.\"");
        assertThat(db().fetchCount(JOIN_REQUEST)).isZero();

        assertThat(post("/join", but(read, "was.consent-" + charter, "Je promets la lune.")))
                .hasStatus(302);
        assertThat(db().fetchSingle(JOIN_REQUEST_CONSENT).get(JOIN_REQUEST_CONSENT.TEXT))
                .isEqualTo("Je promets la lune.");
    }

    @Test
    void aTextThatIsNoMoreInUseIsNeitherAskedForNorKept() {
        db().update(CONSENT)
                .set(CONSENT.IN_USE, false)
                .where(CONSENT.ID.eq(charter))
                .execute();

        assertThat(get("/join")).bodyText().doesNotContain("charte");
        post("/join", zoe());
        assertThat(db().fetchCount(JOIN_REQUEST_CONSENT)).isZero();
    }

    @Test
    void aProgramThatFillsInTheTrapIsThankedForNothing() {
        var person = post("/join", zoe()).getResponse();
        var program = post("/join", but(but(zoe(), "website", "https://spam.example"), "last-name", ""))
                .getResponse();

        assertThat(program.getStatus()).isEqualTo(person.getStatus());
        assertThat(program.getRedirectedUrl()).isEqualTo(person.getRedirectedUrl());
        assertThat(db().fetchCount(JOIN_REQUEST)).isOne();
    }

    @Test
    void aFormSentTwiceIsOneRequest() {
        var fields = but(zoe(), "once", UUID.randomUUID().toString());
        post("/join", fields);
        assertThat(post("/join", fields)).hasRedirectedUrl("/join/asked?done=join-letter");
        letters.run();
        letters.run();

        assertThat(db().fetchCount(JOIN_REQUEST)).isOne();
        assertThat(db().fetchCount(JOIN_REQUEST_CONSENT)).isOne();
        assertThat(mailbox("zoe@example.org").kinds()).containsExactly("join");
    }

    @Test
    void onlyWhatIsOfferedCanBeAskedFor() {
        assertThat(get("/join")).bodyText().contains("type-" + cast().toulouse).doesNotContain("VPN");

        post("/join", but(but(zoe(), "type-" + cast().vpn, "yes"), "type-999999", "yes"));

        assertThat(db().fetchSingle(JOIN_REQUEST_SERVICE).get(JOIN_REQUEST_SERVICE.TYPE_ID))
                .isEqualTo(cast().toulouse);
    }

    @Test
    void anAddressThatIsKnownIsWrittenToAndNoRequestReachesTheCrews() {
        assertThat(post("/join", but(zoe(), "email", "ALICE@example.org")))
                .hasRedirectedUrl("/join/asked?done=join-letter");
        letters.run();

        assertThat(mailbox("alice@example.org").kinds()).containsExactly("join-known");
        assertThat(mailbox("alice@example.org").text()).contains("/login").doesNotContain("/join/");
        assertThat(as("carol").get("/admin/requests")).bodyText().doesNotContain("Lefèvre");
    }

    @Test
    void whatAStrangerTypedIsNotInTheLetterToAnAddressThatMayBeAnybodys() {
        post("/join", but(zoe(), "first-name", "Gagnez https://spam.example"));
        letters.run();

        assertThat(db().fetchSingle(MAIL)).satisfies(letter -> {
            assertThat(letter.get(MAIL.BODY_TEXT)).doesNotContain("spam", "Lefèvre");
            assertThat(letter.get(MAIL.BODY_HTML)).doesNotContain("spam", "Lefèvre");
        });
    }

    @Test
    void oneMailboxIsWrittenToThreeTimesADay() {
        for (int time = 0; time < 5; time++) {
            post("/join", zoe());
            letters.run();
        }

        assertThat(mailbox("zoe@example.org").kinds()).hasSize(JoinMails.MAX_PER_MAILBOX);
    }

    @Test
    void fromOnePlaceTenCanBeAskedForInAnHour() {
        for (int time = 0; time < JoinRequestBook.MAX_PER_ADDRESS; time++) {
            assertThat(post("/join", but(zoe(), "email", "zoe" + time + "@example.org")))
                    .hasStatus(302);
        }
        assertThat(post("/join", zoe())).hasStatus(422).bodyText().contains("réessayez dans une heure");
        assertThat(as("alice").post("/join", zoe())).hasStatus(422).bodyText().contains("réessayez dans une heure");

        db().update(JOIN_REQUEST)
                .set(JOIN_REQUEST.ASKED_AT, Instant.now().minusSeconds(3601))
                .execute();
        assertThat(post("/join", zoe())).hasStatus(302);
    }

    @Test
    void whatNobodyConfirmsIsErasedAfterAWeek() {
        post("/join", zoe());
        String link = linkFor("zoe@example.org");
        age(Duration.ofDays(7).minusMinutes(1));
        letters.run();
        assertThat(db().fetchCount(JOIN_REQUEST)).isOne();

        age(Duration.ofDays(7).plusMinutes(1));
        letters.run();

        assertThat(db().fetchCount(JOIN_REQUEST)).isZero();
        assertThat(db().fetchCount(JOIN_REQUEST_CONSENT)).isZero();
        assertThat(db().fetchCount(JOIN_REQUEST_SERVICE)).isZero();
        assertThat(post(link, Map.of())).as("its link, late").hasStatus(404);
    }

    @Test
    void whatWasConfirmedStays() {
        post("/join", zoe());
        post(linkFor("zoe@example.org"), Map.of());
        age(Duration.ofDays(300));
        letters.run();

        assertThat(db().fetchCount(JOIN_REQUEST)).isOne();
    }

    private void age(Duration by) {
        db().update(JOIN_REQUEST)
                .set(JOIN_REQUEST.ASKED_AT, Instant.now().minus(by))
                .execute();
    }

    @Test
    void theHistoryTellsWhoAskedAndWhoErased() {
        post("/join", zoe());
        post(linkFor("zoe@example.org"), Map.of());

        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("join_request").and(HISTORY.DOOR.eq("web"))))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.get(HISTORY.ACTOR)).isEqualTo("zoe@example.org");
                    assertThat(line.get(HISTORY.ACTOR_ID)).isNull();
                });
        assertThat(db().fetch(HISTORY).stream().map(Object::toString))
                .as("no secret")
                .noneMatch(line -> line.contains(secret()));
    }

    private String secret() {
        return mailbox("zoe@example.org").path().replaceFirst(".*/", "");
    }

    @Test
    void whoIsLoggedInAsksForAnOrganisationWithoutALetter() {
        assertThat(as("frank").get("/join"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Frank\"", "frank@example.org")
                .doesNotContain("name=\"email\"");
        var fields = but(but(zoe(), "kind", "organisation"), "organisation", "Le Hublot");

        assertThat(as("frank").post("/join", fields)).hasRedirectedUrl("/me?done=join-asked");
        letters.run();

        assertThat(db().fetchCount(MAIL)).isZero();
        assertThat(only()).satisfies(request -> {
            assertThat(request.get(JOIN_REQUEST.USER_ID)).isEqualTo(cast().frank);
            assertThat(request.get(JOIN_REQUEST.EMAIL))
                    .as("theirs, whatever was typed")
                    .isEqualTo("frank@example.org");
            assertThat(request.get(JOIN_REQUEST.CONFIRMED_AT)).isNotNull();
        });
        assertThat(as("carol").get("/admin/requests")).bodyText().contains("Le Hublot");
    }

    @Test
    void whoHasNoAddressTypesOne() {
        db().deleteFrom(USER_EMAIL).where(USER_EMAIL.USER_ID.eq(cast().frank)).execute();

        assertThat(as("frank").get("/join")).bodyText().contains("name=\"email\"");
        assertThat(as("frank").post("/join", but(zoe(), "email", ""))).hasStatus(422);
        assertThat(as("frank").post("/join", zoe())).hasStatus(302);
    }

    @Test
    void textsAreWrittenByAdministratorsAndTwoAtOneAreTold() {
        var fields = Map.of("french", "Oui ?", "english", "Yes?", "required", "yes", "position", "3", "in-use", "yes");
        for (String who : List.of("alice", "carol", "bob")) {
            assertThat(as(who).post("/admin/consents", fields)).as(who).hasStatus(403);
        }
        assertThat(as("erin").post("/admin/consents", fields)).hasStatus(302);
        long id = Objects.requireNonNull(
                db().fetchSingle(CONSENT, CONSENT.TEXT_FR.eq("Oui ?")).get(CONSENT.ID));
        var change = new LinkedHashMap<>(fields);
        change.put("was.french", "Autre chose");

        assertThat(as("erin").post("/admin/consents/" + id, change))
                .hasStatus(422)
                .bodyText()
                .contains("french-error");
        assertThat(as("erin").post("/admin/consents", Map.of("french", "Oui")))
                .hasStatus(422)
                .bodyText()
                .contains("english-error");
        assertThat(as("erin").post("/admin/consents/999999", fields)).hasStatus(404);
        assertThat(db().fetchCount(APP_USER)).isEqualTo(6);
    }
}
