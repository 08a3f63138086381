package org.jadhere.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.Given.with;
import static org.jadhere.Stage.as;
import static org.jadhere.db.Tables.APP_USER;
import static org.jadhere.db.Tables.HISTORY;
import static org.jadhere.db.Tables.PAYMENT;
import static org.jadhere.db.Tables.SERVICE;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import org.jadhere.ActTest;
import org.jadhere.Cast;
import org.jadhere.Given;
import org.jadhere.Stage;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A delegation is looked at before it is trusted: what may this crew do, and what does this person see? */
@ActTest
class RehearsalTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Stage.Senders the;

    @Autowired
    Given given;

    @Autowired
    DSLContext db;

    @SuppressWarnings("NullAway.Init")
    private Cast cast;

    private Cookie erins = new Cookie("session", "none");

    @BeforeEach
    void twoServices() {
        cast = Cast.in(given);
        given.payment(given.service(cast.toulouse, with(SERVICE.LABEL, "abo-visible")));
        given.service(cast.vpn, with(SERVICE.LABEL, "tunnel-secret"));
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).cookie(erins).with(as("erin")).exchange();
    }

    private MvcTestResult post(String path) {
        var answer = browser.post()
                .uri(path)
                .cookie(erins)
                .with(as("erin"))
                .with(csrf())
                .param("amount", "1")
                .exchange();
        Cookie fresh = answer.getResponse().getCookie("session");
        erins = fresh == null ? erins : fresh;
        return answer;
    }

    @Test
    void theAdministratorSeesWhatCarolSeesAndNoMore() {
        assertThat(post("/admin/users/" + cast.carol + "/rehearsal")).hasStatus(302);
        assertThat(get("/admin/services"))
                .bodyText()
                .contains("abo-visible", "Erin Martin, vous voyez les pages comme Carol Martin")
                .doesNotContain("tunnel-secret");
        assertThat(get("/admin/crews")).hasStatus(403);
    }

    @Test
    void nothingCanBeWrittenMeanwhile() {
        post("/admin/users/" + cast.carol + "/rehearsal");
        long payment = db.fetchSingle(PAYMENT).get(PAYMENT.ID);
        for (String path : new String[] {
            "/admin/payments/" + payment,
            "/admin/payments/" + payment + "/deletion",
            "/admin/users/" + cast.frank + "/membership",
            "/admin/users/" + cast.dave + "/rehearsal"
        }) {
            assertThat(post(path)).as(path).hasStatus(403);
        }
        assertThat(db.fetchCount(PAYMENT)).isEqualTo(1);
    }

    @Test
    void itEndsAndTheHistoryTellsBoth() {
        post("/admin/users/" + cast.carol + "/rehearsal");
        assertThat(post("/me/rehearsal/end")).hasStatus(302);
        assertThat(get("/admin/crews")).hasStatus(200).bodyText().doesNotContain("vous voyez les pages comme");
        assertThat(db.fetch(HISTORY, HISTORY.TABLE_NAME.eq("rehearsal")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.get(HISTORY.ACTOR)).isEqualTo("erin"));
    }

    @Test
    void onlyAdministratorsBorrowEyesAndWhoIsOneNoMoreLosesThem() {
        for (String who : new String[] {"alice", "carol", "bob"}) {
            assertThat(the.who(who).post("/admin/users/" + cast.erin + "/rehearsal"))
                    .as(who)
                    .hasStatus(403);
        }
        post("/admin/users/" + given.user("zoe", with(APP_USER.SUPERUSER, true)) + "/rehearsal");
        assertThat(get("/admin/crews")).as("as zoe").hasStatus(200);
        db.update(APP_USER)
                .set(APP_USER.SUPERUSER, false)
                .where(APP_USER.ID.eq(cast.erin))
                .execute();
        assertThat(get("/admin/crews")).as("Erin is no administrator any more").hasStatus(403);
    }

    @Test
    void thePageOfACrewSaysWhatItMayAndWhatNot() {
        assertThat(the.who("erin").get("/admin/crews/" + cast.toulouseCrew + "/rights"))
                .hasStatus(200)
                .bodyText()
                .containsPattern("Oui</span> Attribuer ses services")
                .containsPattern("Non</span> Modifier un paiement validé")
                .containsPattern("Non</span> Valider paiements et cotisations")
                .contains("Toulouse")
                .doesNotContain("VPN");
        assertThat(the.who("erin").get("/admin/crews/" + cast.bankCrew + "/rights"))
                .bodyText()
                .containsPattern("Oui</span> Valider paiements et cotisations")
                .containsPattern("Oui</span> Modifier un paiement validé")
                .containsPattern("Non</span> Voir les adresses");
    }

    @Test
    void whatIsFoundFromAFewLettersIsWhatMayBeSeen() {
        assertThat(the.who("carol").get("/admin/find?q={q}", "abo")).bodyText().contains("abo-visible");
        assertThat(the.who("carol").get("/admin/find?q={q}", "tunnel"))
                .bodyText()
                .doesNotContain("tunnel-secret</a>", "tunnel-secret,");
        assertThat(the.who("dave").get("/admin/find?q={q}", "tunnel"))
                .bodyText()
                .contains("tunnel-secret, VPN");
        assertThat(the.who("carol").get("/admin/find?q={q}", "alice"))
                .bodyText()
                .contains("1 Alice Martin", "Alice Martin (alice)");
        assertThat(the.who("bob").get("/admin/find?q={q}", "alice"))
                .bodyText()
                .contains("1 Alice Martin")
                .doesNotContain("(alice)");
        assertThat(the.who("carol").get("/admin/find?q={q}", "COTIS"))
                .bodyText()
                .contains("/admin/fees");
    }
}
