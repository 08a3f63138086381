package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;

import org.jadhere.support.Cast;
import org.jadhere.support.Given;
import org.jadhere.support.PageTest;
import org.jadhere.support.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a crew may do is told by the rights themselves, and what is found from a few letters is what may be seen. */
@PageTest
class CrewRightsTests {

    @Autowired
    Stage.Senders the;

    @Autowired
    Given given;

    @SuppressWarnings("NullAway.Init")
    private Cast cast;

    @BeforeEach
    void twoServices() {
        cast = Cast.in(given);
        given.service(cast.toulouse, with(SERVICE.LABEL, "abo-visible"));
        given.service(cast.vpn, with(SERVICE.LABEL, "tunnel-secret"));
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
