package org.jadhere.network.whohad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HOLDING;
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
import java.time.OffsetDateTime;
import java.util.Map;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The answer to who held an address at a time: one name where the records leave no doubt. */
@ActTest
@WithCast
class WhoHadTests extends WhoHadFixture {

    @Test
    void theHolderIsShownWithTimesInParisAndUtc() {
        assertThat(ask("dave", "192.0.2.7", MARCH))
                .hasStatus(200)
                .bodyText()
                .contains("Un seul service\u00a0: Alice Martin", "abo-1", "alice@example.org", "2025-03-03T13:05:00Z")
                .contains("3 mars 2025 14:05:00 +01:00", "2025-06-01T00:00:00Z");
    }

    @Test
    void anAddressIsFoundInItsDelegatedPrefix() {
        assertThat(ask("dave", "2001:0DB8:7:00ff::1", MARCH))
                .hasStatus(200)
                .bodyText()
                .contains("Alice Martin", "2001:db8:7::/56", "2001:db8:7:ff::1");
        assertThat(ask("dave", "::ffff:192.0.2.7", MARCH)).bodyText().contains("Alice Martin");
    }

    @Test
    void severalCandidatesAreCountedButNotNamed() {
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
    void addressesWithoutHolderAreExplained() {
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
    void missingRecordsAreReported() {
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
    void dataPastTheRetentionPeriodAreNotShown() {
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
    void theHolderHasTheNameOfThatTime() {
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

        assertThat(ask("dave", "2001:db8:7::1", then.toString()))
                .bodyText()
                .contains("Alice Martin", "alice@example.org")
                .doesNotContain("Durand", "durand.example", "Titulaire noté le");
        assertThat(ask("dave", "2001:db8:7::1", renamed.toString()))
                .bodyText()
                .contains("Alice Durand", "alice@durand.example");
    }

    @Test
    void aHandoverNotedLateNamesTheNewHolder() {
        Instant then = now();
        LocalDate today = LocalDate.ofInstant(then, Texts.PARIS);
        long franks = given().membership(cast().frank);
        db().update(HOLDING)
                .set(HOLDING.ENDS_ON, today)
                .where(HOLDING.SERVICE_ID.eq(service))
                .execute();
        given().holding(service, with(HOLDING.MEMBER_ID, franks), with(HOLDING.STARTS_ON, today));

        assertThat(ask("dave", "2001:db8:7::1", then.toString()))
                .bodyText()
                .contains("Frank Martin, titulaire depuis le", "noté le")
                .doesNotContain("Alice");
        assertThat(ask("dave", "2001:db8:7::1", now().toString()))
                .bodyText()
                .contains("Un seul service\u00a0: Frank Martin")
                .doesNotContain("Titulaire noté le");
        assertThat(ask("dave", "2001:db8:7::1", MARCH))
                .bodyText()
                .contains("Alice Martin")
                .doesNotContain("Frank");
    }

    @Test
    void anEndedServiceThatKeepsItsAddressNamesNobody() {
        LocalDate end = LocalDate.parse("2025-06-01");
        db().update(HOLDING)
                .set(HOLDING.ENDS_ON, end)
                .where(HOLDING.SERVICE_ID.eq(service))
                .execute();
        db().update(SERVICE)
                .set(SERVICE.ENDS_ON, end)
                .where(SERVICE.ID.eq(service))
                .execute();

        assertThat(ask("dave", "2001:db8:7::1", "2025-05-31T23:59")).bodyText().contains("Alice Martin");
        assertThat(ask("dave", "2001:db8:7::1", "2025-06-01T00:00"))
                .bodyText()
                .contains("s’était terminé le")
                .doesNotContain("Alice");
    }

    @Test
    void anOrganisationIsShownWithItsUsers() {
        long hublot = given().organisation("Le Hublot");
        given().acts(cast().frank, hublot);
        long other = given().service(
                        cast().vpn,
                        with(HOLDING.MEMBER_ID, given().membershipOfOrganisation(hublot)),
                        with(SERVICE.LABEL, "tunnel"));
        given().allocation(other, "192.0.2.9");

        assertThat(ask("dave", "192.0.2.9", MARCH)).bodyText().contains("Le Hublot", "Frank Martin", "noté le");
    }

    @Test
    void aServiceWithoutMemberNamesNoHolder() {
        long prepared = given().service(cast().vpn, with(SERVICE.LABEL, "libre"), with(SERVICE.STARTS_ON, null));
        given().allocation(prepared, "192.0.2.9");
        assertThat(ask("dave", "192.0.2.9", MARCH)).bodyText().contains("n’a pas encore commencé");
        db().update(SERVICE)
                .set(SERVICE.STARTS_ON, LocalDate.parse("2025-04-01"))
                .where(SERVICE.ID.eq(prepared))
                .execute();
        given().holding(
                        prepared,
                        with(HOLDING.MEMBER_ID, cast().aliceMember),
                        with(HOLDING.STARTS_ON, LocalDate.parse("2025-05-01")));

        assertThat(ask("dave", "192.0.2.9", "2025-03-31T23:59")).bodyText().contains("n’a commencé que le");
        assertThat(ask("dave", "192.0.2.9", "2025-04-30T23:59"))
                .bodyText()
                .contains("pas de titulaire")
                .doesNotContain("Alice");
        assertThat(ask("dave", "192.0.2.9", "2025-05-01T00:00"))
                .as("recorded after the start")
                .bodyText()
                .contains("Alice Martin", "noté le");
    }

    /** The time of the database, which lies between the changes before and after the call. */
    private Instant now() {
        return db().fetchSingle("select clock_timestamp()")
                .get(0, OffsetDateTime.class)
                .toInstant();
    }
}
