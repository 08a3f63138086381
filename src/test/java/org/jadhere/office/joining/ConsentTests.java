package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Stage.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** Administrators write the consents of the form to join; a request keeps the text that was shown. */
@ActTest
@WithCast
class ConsentTests extends JoinFixture {

    private static Map<String, String> consentForm() {
        return Map.of("french", "Oui ?", "english", "Yes?", "required", "yes", "position", "3", "in-use", "yes");
    }

    @Test
    void onlyRequiredConsentsAreRequired() {
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
    void aConsentIsKeptInTheWordsThatWereShown() {

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
    void aChangedConsentIsShownAgain() {
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
    void anUnusedConsentIsNotShown() {
        db().update(CONSENT)
                .set(CONSENT.IN_USE, false)
                .where(CONSENT.ID.eq(charter))
                .execute();

        assertThat(get("/join")).bodyText().doesNotContain("charte");
        post("/join", zoe());
        assertThat(db().fetchCount(JOIN_REQUEST_CONSENT)).isZero();
    }

    @Test
    void onlyAdministratorsWriteConsents() {
        var fields = consentForm();
        for (String username : List.of("alice", "carol", "bob")) {
            assertThat(as(username).post("/admin/consents", fields))
                    .as(username)
                    .hasStatus(403);
        }
        assertThat(as("erin").post("/admin/consents", fields)).hasStatus(302);
    }

    @Test
    void aConcurrentChangeOfAConsentIsReported() {
        var fields = consentForm();
        as("erin").post("/admin/consents", fields);
        long id = Objects.requireNonNull(
                db().fetchSingle(CONSENT, CONSENT.TEXT_FR.eq("Oui ?")).get(CONSENT.ID));
        var change = new LinkedHashMap<>(fields);
        change.put("was.french", "Autre chose");

        assertThat(as("erin").post("/admin/consents/" + id, change))
                .hasStatus(422)
                .bodyText()
                .contains("french-error");
    }

    @Test
    void bothTextsOfAConsentAreRequired() {
        assertThat(as("erin").post("/admin/consents", Map.of("french", "Oui")))
                .hasStatus(422)
                .bodyText()
                .contains("english-error");
    }

    @Test
    void anUnknownConsentIsNotFound() {
        assertThat(as("erin").post("/admin/consents/999999", consentForm())).hasStatus(404);
    }
}
