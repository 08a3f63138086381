package org.jadhere.people.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Mailbox;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who acts for an organisation sees all of its services: a crew member does not name themselves. */
@ActTest
@WithCast
class RepresentativeTests {

    private long organisation;
    private long member;

    @BeforeEach
    void anOrganisationWithAServiceOfAnotherCrew() {
        organisation = given().organisation("Le Hublot", with(ORGANISATION.EMAIL, "hublot@example.org"));
        given().acts(cast().alice, organisation);
        member = given().membershipOfOrganisation(organisation);
        given().service(cast().vpn, with(HOLDING.MEMBER_ID, member));
    }

    private MvcTestResult name(String actor, String person) {
        return as(actor).post("/admin/organisations/" + organisation + "/representatives", Map.of("person", person));
    }

    private List<Long> representatives() {
        return db().fetch(ORGANISATION_USER).getValues(ORGANISATION_USER.USER_ID);
    }

    @Test
    void aCrewMemberDoesNotNameThemselves() {
        assertThat(name("carol", "carol")).hasStatus(403);
        assertThat(name("dave", "dave"))
                .as("not even where they manage all types")
                .hasStatus(403);
        assertThat(representatives()).containsExactly(cast().alice);
        assertThat(as("carol").get("/me")).bodyText().doesNotContain("Le Hublot");
        assertThat(as("carol").get("/me/data.json")).bodyText().doesNotContain("Le Hublot");
        assertThat(db().fetchCount(MAIL)).isZero();
        assertThat(db().fetchExists(HISTORY, HISTORY.ACTOR_ID.isNotNull())).isFalse();
    }

    @Test
    void onlyWhoManagesAllTypesNamesSomebody() {
        assertThat(name("carol", "frank")).as("the VPN is Dave's").hasStatus(403);
        assertThat(name("bob", "frank")).hasStatus(403);
        assertThat(name("dave", "frank")).hasStatus(302);
        given().service(cast().toulouse, with(HOLDING.MEMBER_ID, member));
        assertThat(name("dave", "carol")).as("now also one of Carol's types").hasStatus(403);
        assertThat(as("dave").get("/admin/organisations/" + organisation))
                .bodyText()
                .doesNotContain("/representatives\" class")
                .contains("l’administration nomme qui agit pour elle");
        assertThat(name("erin", "erin"))
                .as("administrators see everything anyway")
                .hasStatus(302);
        assertThat(representatives()).containsExactly(cast().alice, cast().frank, cast().erin);
    }

    @Test
    void aServiceOfThePastCountsAsWell() {
        db().execute("update holding set ends_on = current_date - 10");

        assertThat(name("carol", "frank"))
                .as("its payments would still be shown")
                .hasStatus(403);
    }

    @Test
    void anOrganisationWithoutServicesIsOpenToAllCrews() {
        organisation = given().organisation("Sans service");

        assertThat(name("carol", "frank")).hasStatus(302);
        assertThat(name("carol", "carol")).hasStatus(403);
    }

    @Test
    void theOrganisationAndItsRepresentativesAreNotified() {
        name("dave", "frank");
        name("dave", "frank");

        for (String address : List.of("hublot@example.org", "alice@example.org")) {
            var mailbox = new Mailbox(db(), address);
            assertThat(mailbox.kinds()).as(address).containsExactly("representative-added");
            assertThat(mailbox.text()).contains("Frank Martin", "Le Hublot");
        }
        assertThat(db().fetchCount(MAIL)).isEqualTo(2);
    }

    @Test
    void aChangedAddressIsNotifiedToTheOneBefore() {
        as("carol").post("/admin/organisations/" + organisation, Map.of("name", "Le Hublot", "email", "c@example.org"));

        assertThat(new Mailbox(db(), "hublot@example.org").kinds()).containsExactly("organisation-email-changed");
        assertThat(new Mailbox(db(), "hublot@example.org").text()).contains("c@example.org");
    }

    @Test
    void theDatabaseRefusesItToo() {
        assertThat(insert(cast().carol, cast().carol)).isEqualTo("organisation_user_not_oneself");
        assertThat(insert(cast().carol, cast().frank)).isEqualTo("organisation_user_by_all_crews");
        assertThat(insert(cast().dave, cast().frank)).isEqualTo(NOTHING);
        assertThat(insert(cast().erin, cast().erin)).isEqualTo(NOTHING);
    }

    @Test
    void aCrewMemberDoesNotAcceptTheirOwnRequest() {
        var request = given().joinRequest(
                        "carol@example.org",
                        with(JOIN_REQUEST.ORGANISATION_NAME, "À moi"),
                        with(JOIN_REQUEST.USER_ID, cast().carol));
        var fee = Map.of("amount", "20", "method", "transfer", "from", "2026-01-01", "to", "2026-12-31");

        assertThat(as("carol").post("/admin/requests/" + request + "/acceptance", fee))
                .hasStatus(403);
    }

    private static String insertAs(long actor) {
        return "select set_config('jadhere.actor_id', '" + actor + "', true)";
    }

    private String insert(long actor, long user) {
        return refusedBy(() -> db().transaction(it -> {
            it.dsl().execute(insertAs(actor));
            it.dsl()
                    .execute(
                            "insert into organisation_user (organisation_id, user_id) values (?, ?)",
                            organisation,
                            user);
        }));
    }
}
