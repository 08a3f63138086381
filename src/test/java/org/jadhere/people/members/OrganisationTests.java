package org.jadhere.people.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** Crews record organisations, name the users who act for them, and make them members. */
@ActTest
@WithCast
class OrganisationTests {

    @Test
    void anOrganisationIsRecordedWithAValidNameAndEmail() {
        var carol = as("carol");
        assertThat(carol.post("/admin/organisations", Map.of("name", ""))).hasStatus(422);
        assertThat(carol.post("/admin/organisations", Map.of("name", "Le Hublot", "email", "x")))
                .hasStatus(422);

        assertThat(carol.post("/admin/organisations", Map.of("name", "Le Hublot", "email", "a@b")))
                .hasStatus(302);

        assertThat(db().fetchSingle(ORGANISATION).get(ORGANISATION.NAME)).isEqualTo("Le Hublot");
    }

    @Test
    void aRepresentativeIsAddedAndRemoved() {
        String path = "/admin/organisations/" + given().organisation("Le Hublot");
        assertThat(as("carol").post(path + "/representatives", Map.of("person", "martin")))
                .as("several users match")
                .hasStatus(422);

        assertThat(as("carol").post(path + "/representatives", Map.of("person", "Alice Martin (alice)")))
                .hasStatus(302);

        assertThat(db().fetchSingle(ORGANISATION_USER).get(ORGANISATION_USER.USER_ID))
                .isEqualTo(cast().alice);
        assertThat(as("carol").get(path)).bodyText().contains("Alice Martin");
        assertThat(as("carol").post(path + "/representatives/" + cast().alice + "/removal"))
                .hasStatus(302);
        assertThat(db().fetchCount(ORGANISATION_USER)).isZero();
    }

    @Test
    void anOrganisationJoinsWithTheNextNumber() {
        String path = "/admin/organisations/" + given().organisation("Le Hublot");

        assertThat(as("carol").post(path + "/membership")).hasStatus(302);

        assertThat(as("carol").get(path)).bodyText().contains("n°\u00a02");
    }

    @Test
    void crewsOfServicesChangeItAndTheBankCrewDoesNot() {
        String path = "/admin/organisations/" + given().organisation("Le Hublot");

        assertThat(as("carol").post(path, Map.of("name", "Le Grand Hublot"))).hasStatus(302);

        assertThat(as("bob").post(path, Map.of("name", "x"))).hasStatus(403);
        assertThat(db().fetchSingle(ORGANISATION).get(ORGANISATION.NAME)).isEqualTo("Le Grand Hublot");
    }
}
