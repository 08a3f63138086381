package org.jadhere.network.whohad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who had this address, then? Asked by who may, answered with one name or none, and recorded. */
@ActTest
@WithCast
class WhoHadTests {

    private static final String BOX = "/admin/who-had";
    private static final String MARCH = "2025-03-03T14:05+01:00";

    private long service;

    /** Dave's crew may ask. */
    @BeforeEach
    void aliceHasAnAddressAndAPrefix() {
        given().joins(cast().dave, given().crew("registre", "address.trace"));
        service = given().service(
                        cast().toulouse,
                        with(SERVICE.MEMBER_ID, cast().aliceMember),
                        with(SERVICE.LABEL, "abo-1"),
                        with(SERVICE.STARTS_ON, LocalDate.parse("2020-01-01")));
        given().allocation(service, "192.0.2.7", with(IP_ALLOCATION.HELD_UNTIL, Instant.parse("2025-06-01T00:00:00Z")));
        given().allocation(service, "2001:db8:7::/56");
    }

    private MvcTestResult ask(String who, String address, String at, String... more) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("address", address);
        fields.put("at", at);
        fields.put("reason", "réquisition 2025-17");
        for (int n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        return as(who).post(BOX, fields);
    }

    @Test
    void oneServiceAndItsHolderWithTheTimesInParisAndUtc() {
        assertThat(ask("dave", "192.0.2.7", MARCH))
                .hasStatus(200)
                .bodyText()
                .contains("Un seul service\u00a0: Alice Martin", "abo-1", "alice@example.org", "2025-03-03T13:05:00Z")
                .contains("3 mars 2025 14:05:00 +01:00", "2025-06-01T00:00:00Z");
    }

    @Test
    void theDelegatedPrefixThatContainsAnAddressInAnySpelling() {
        assertThat(ask("dave", "2001:0DB8:7:00ff::1", MARCH))
                .hasStatus(200)
                .bodyText()
                .contains("Alice Martin", "2001:db8:7::/56", "2001:db8:7:ff::1");
        assertThat(ask("dave", "::ffff:192.0.2.7", MARCH)).bodyText().contains("Alice Martin");
    }

    @Test
    void severalCandidatesAreCountedAndNotNamed() {
        given().allocation(given().service(cast().vpn), "192.0.2.8");
        assertThat(ask("dave", "192.0.2.0/24", MARCH))
                .hasStatus(200)
                .bodyText()
                .contains("2 services sont possibles")
                .doesNotContain("Alice", "abo-1");
        assertThat(ask("dave", "192.0.2.6/31", MARCH))
                .bodyText()
                .contains("plus large")
                .doesNotContain("Alice", "abo-1");
    }

    @Test
    void ownUnassignedNotOursAndAGapAreToldApart() {
        given().prefix("192.0.2.0/24");
        given().prefix("192.0.2.0/29", with(PREFIX.KIND, "own"));
        given().prefix("192.0.2.255", with(PREFIX.KIND, "reserved"));

        assertThat(ask("erin", "192.0.2.1", MARCH)).bodyText().contains("servait à l’association", "192.0.2.0/29");
        assertThat(ask("erin", "192.0.2.255", MARCH)).bodyText().contains("réservée");
        assertThat(ask("erin", "192.0.2.99", MARCH)).bodyText().contains("attribuée à personne", "192.0.2.0/24");
        assertThat(ask("erin", "192.0.2.7", "2025-06-01T00:00Z")).bodyText().contains("servait à l’association");
        assertThat(ask("erin", "2001:db8:7::1", "2024-12-31T23:59Z")).bodyText().contains("attribuée à personne");
        assertThat(ask("erin", "198.51.100.1", MARCH)).bodyText().contains("pas à l’association");
    }

    @Test
    void recordsThatAreMissingAreSaidToBe() {
        assertThat(as("erin")
                        .post(
                                "/admin/who-had/gaps",
                                Map.of("prefix", "192.0.2.0/24", "until", "2024-01-01T00:00", "cause", "disque perdu")))
                .hasStatus(302);

        assertThat(ask("dave", "192.0.2.7", "2023-05-05T10:00"))
                .bodyText()
                .contains("les registres manquent", "disque perdu", "2023-12-31T23:00:00Z");
        assertThat(ask("dave", "192.0.2.7", MARCH)).bodyText().contains("Alice Martin");

        assertThat(as("erin").post("/admin/who-had/gaps/1/deletion")).hasStatus(302);
        assertThat(ask("dave", "192.0.2.7", "2023-05-05T10:00")).bodyText().doesNotContain("disque perdu");
    }

    @Test
    void whatIsNoLongerKeptIsNotTold() {
        assertThat(as("erin")
                        .post("/admin/who-had/records", Map.of("months", "12", "was.months", "", "confirmed", "12")))
                .hasStatus(302);

        assertThat(ask("dave", "192.0.2.7", "2020-03-03T14:05Z"))
                .hasStatus(200)
                .bodyText()
                .contains("plus conservé")
                .doesNotContain("Alice");
        assertThat(as("erin").post("/admin/who-had/records", Map.of("months", "0", "was.months", "12")))
                .hasStatus(422);
        assertThat(as("erin").post("/admin/who-had/records", Map.of("months", "6", "was.months", "", "confirmed", "6")))
                .hasStatus(422);
        assertThat(as("erin").post("/admin/who-had/records", Map.of("months", "", "was.months", "12")))
                .hasStatus(302);
        assertThat(ask("dave", "192.0.2.7", MARCH)).bodyText().contains("Alice Martin");
    }

    @Test
    void theHolderIsWhoItWasThenUnderTheNameOfThen() throws InterruptedException {
        Instant then = now();
        db().update(APP_USER)
                .set(APP_USER.LAST_NAME, "Durand")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();
        db().update(USER_EMAIL)
                .set(USER_EMAIL.EMAIL, "alice@durand.example")
                .where(USER_EMAIL.USER_ID.eq(cast().alice))
                .execute();
        Instant renamed = now();
        long franks = given().membership(cast().frank);
        db().update(SERVICE)
                .set(SERVICE.MEMBER_ID, franks)
                .where(SERVICE.ID.eq(service))
                .execute();

        assertThat(ask("dave", "2001:db8:7::1", then.toString()))
                .bodyText()
                .contains("Alice Martin", "alice@example.org", "changé de titulaire")
                .doesNotContain("Durand", "durand.example", "Frank", "Enregistré seulement");
        assertThat(ask("dave", "2001:db8:7::1", renamed.toString()))
                .bodyText()
                .contains("Alice Durand", "alice@durand.example")
                .doesNotContain("Frank");
        assertThat(ask("dave", "2001:db8:7::1", now().toString())).bodyText().contains("Frank Martin");
    }

    @Test
    void anOrganisationIsToldWithWhoActedForIt() {
        long hublot = given().organisation("Le Hublot");
        given().acts(cast().frank, hublot);
        long other = given().service(
                        cast().vpn,
                        with(SERVICE.MEMBER_ID, given().membershipOfOrganisation(hublot)),
                        with(SERVICE.LABEL, "tunnel"));
        given().allocation(other, "192.0.2.9");

        assertThat(ask("dave", "192.0.2.9", MARCH))
                .bodyText()
                .contains("Le Hublot", "Frank Martin", "Enregistré seulement");
    }

    @Test
    void aServiceThatHadNoMemberThenNamesNobody() {
        long prepared = given().service(cast().vpn, with(SERVICE.LABEL, "libre"), with(SERVICE.STARTS_ON, null));
        given().allocation(prepared, "192.0.2.9");
        db().update(SERVICE)
                .set(SERVICE.MEMBER_ID, cast().aliceMember)
                .set(SERVICE.STARTS_ON, LocalDate.parse("2025-05-01"))
                .where(SERVICE.ID.eq(prepared))
                .execute();

        assertThat(ask("dave", "192.0.2.9", "2025-04-30T23:59"))
                .bodyText()
                .contains("pas de titulaire")
                .doesNotContain("Alice");
        assertThat(ask("dave", "192.0.2.9", "2025-05-01T00:00"))
                .as("given before it was written down")
                .bodyText()
                .contains("Alice Martin", "Enregistré seulement");
    }

    @Test
    void theHourThatHappenedTwiceIsAskedForAndTheOneThatDidNotIsRefused() {
        given().allocation(service, "192.0.2.9", with(IP_ALLOCATION.HELD_FROM, Instant.parse("2024-10-27T01:00:00Z")));

        assertThat(ask("dave", "192.0.2.9", "2024-10-27T02:30"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "at-error", "<select id=\"at-offset\"", "+02:00", "+01:00", "2024-10-27T00:30:00Z", "2025-17");
        assertThat(ask("dave", "192.0.2.9", "2024-10-27T02:30", "at-offset", "+03:00"))
                .hasStatus(422);
        assertThat(ask("dave", "192.0.2.9", "2024-10-27T02:30", "at-offset", "+02:00"))
                .bodyText()
                .doesNotContain("Alice");
        assertThat(ask("dave", "192.0.2.9", "2024-10-27T02:30", "at-offset", "+01:00"))
                .bodyText()
                .contains("Alice Martin");
        assertThat(ask("dave", "192.0.2.9", "2025-03-30T02:30"))
                .hasStatus(422)
                .bodyText()
                .contains("pas existé");
    }

    @Test
    void aQuestionNeedsAnAddressAnInstantThatIsPastAndAReason() {
        assertThat(ask("dave", "192.0.2.300", MARCH)).hasStatus(422).bodyText().contains("address-error");
        assertThat(ask("dave", "192.0.2.7", "hier")).hasStatus(422).bodyText().contains("at-error");
        assertThat(ask("dave", "192.0.2.7", "2999-01-01T00:00Z"))
                .hasStatus(422)
                .bodyText()
                .contains("à venir");
        assertThat(ask("dave", "192.0.2.7", MARCH, "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("reason-error", "192.0.2.7")
                .doesNotContain("Alice");
        assertThat(db().fetchCount(ADDRESS_QUESTION)).isZero();
    }

    @Test
    void everyQuestionIsRecordedWithItsReason() {
        ask("dave", "192.0.2.7", MARCH);
        ask("erin", "198.51.100.1", MARCH);

        assertThat(as("erin").get(BOX + "/journal"))
                .hasStatus(200)
                .bodyText()
                .contains("dave", "erin", "réquisition 2025-17", "192.0.2.7", "un seul service", "pas à nous")
                .contains("telle qu’elle a été consignée")
                .doesNotContain("Alice", "altéré");
        assertThat(as("dave").get(BOX + "/journal")).hasStatus(403);
        assertThat(db().fetchSingle(ADDRESS_QUESTION, ADDRESS_QUESTION.ID.eq(1L)))
                .satisfies(row -> {
                    assertThat(row.get(ADDRESS_QUESTION.ACTOR_ID)).isEqualTo(cast().dave);
                    assertThat(row.get(ADDRESS_QUESTION.SERVICE_ID)).isEqualTo(service);
                    assertThat(row.get(ADDRESS_QUESTION.DOOR)).isEqualTo("web");
                });
    }

    @Test
    void aLinkFillsTheBoxInAndAsksNothing() {
        assertThat(as("dave").get(BOX + "?address={a}&at={b}", "192.0.2.7", MARCH))
                .hasStatus(200)
                .bodyText()
                .contains("value=\"192.0.2.7\"", "value=\"" + MARCH + "\"")
                .doesNotContain("Alice Martin");
        assertThat(db().fetchCount(ADDRESS_QUESTION)).isZero();
    }

    @Test
    void theRightIsACrewsAndNeitherTheBanksNorOfThoseWhoManageTheService() {
        for (String who : new String[] {"alice", "bob", "carol"}) {
            assertThat(ask(who, "192.0.2.7", MARCH)).hasStatus(403);
        }
        long frank = cast().frank;
        db().update(APP_USER)
                .set(APP_USER.STAFF, true)
                .where(APP_USER.ID.eq(frank))
                .execute();
        long crew = given().crew("juridique");
        given().joins(frank, crew);
        assertThat(ask("frank", "192.0.2.7", MARCH)).hasStatus(403);

        var ticked = Map.of("name", "juridique", "address.trace", "yes", "was.name", "juridique");
        assertThat(as("erin").post("/admin/crews/" + crew, ticked)).hasStatus(302);

        assertThat(ask("frank", "192.0.2.7", MARCH)).hasStatus(200).bodyText().contains("Alice Martin");
        assertThat(as("frank").get("/admin/payments"))
                .as("it is no permission of the bank")
                .hasStatus(403);
        assertThat(as("frank").get("/admin/services/" + service)).hasStatus(403);
        db().deleteFrom(CREW_PERMISSION).where(CREW_PERMISSION.CREW_ID.eq(crew)).execute();
        assertThat(ask("frank", "192.0.2.7", MARCH)).hasStatus(403);
        assertThat(db().fetchCount(MEMBER)).isPositive();
    }

    /** Apart from what comes before and after, as the database counts time. */
    private static Instant now() throws InterruptedException {
        Thread.sleep(5);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Thread.sleep(5);
        return now;
    }
}
