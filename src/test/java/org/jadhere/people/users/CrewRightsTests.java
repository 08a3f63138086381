package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.given;

import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a crew's rights, and the search, show what the rights allow. */
@PageTest
@WithCast
class CrewRightsTests {

    @BeforeEach
    void insertTwoServices() {
        given().service(cast().toulouse, with(SERVICE.LABEL, "abo-visible"));
        given().service(cast().vpn, with(SERVICE.LABEL, "tunnel-secret"));
    }

    @Test
    void thePageOfACrewListsItsRights() {
        assertThat(as("erin").get("/admin/crews/" + cast().toulouseCrew + "/rights"))
                .hasStatus(200)
                .bodyText()
                .containsPattern("Oui</span> Attribuer ses services")
                .containsPattern("Non</span> Modifier un paiement validé")
                .containsPattern("Non</span> Valider paiements et cotisations")
                .contains("Toulouse")
                .doesNotContain("VPN");
        assertThat(as("erin").get("/admin/crews/" + cast().bankCrew + "/rights"))
                .bodyText()
                .containsPattern("Oui</span> Valider paiements et cotisations")
                .containsPattern("Oui</span> Modifier un paiement validé")
                .containsPattern("Non</span> Voir les adresses");
    }

    @Test
    void searchFindsOnlyWhatTheUserMaySee() {
        assertThat(as("carol").get("/admin/find?q={q}", "abo")).bodyText().contains("abo-visible");
        assertThat(as("carol").get("/admin/find?q={q}", "tunnel"))
                .bodyText()
                .doesNotContain("tunnel-secret</a>", "tunnel-secret,");
        assertThat(as("dave").get("/admin/find?q={q}", "tunnel")).bodyText().contains("tunnel-secret, VPN");
        assertThat(as("carol").get("/admin/find?q={q}", "alice"))
                .bodyText()
                .contains("1 Alice Martin", "Alice Martin (alice)");
        assertThat(as("bob").get("/admin/find?q={q}", "alice"))
                .bodyText()
                .contains("1 Alice Martin")
                .doesNotContain("(alice)");
        assertThat(as("carol").get("/admin/find?q={q}", "COTIS")).bodyText().contains("/admin/fees");
    }
}
