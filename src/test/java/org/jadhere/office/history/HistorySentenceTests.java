package org.jadhere.office.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history describes changes in sentences, with values formatted as on the pages. */
@PageTest
@WithCast
class HistorySentenceTests {

    @SuppressWarnings("NullAway.Init")
    private HistoryReader history;

    private long service;
    private long payment;

    @BeforeEach
    void aServiceOfAlice() {
        history = new HistoryReader(browser(), db());
        service = given().service(
                        cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "abo-alice"));
        payment = given().payment(service);
    }

    @Test
    void changesAreListedByField() {
        history.acting(cast().carol);
        db().update(PAYMENT)
                .set(PAYMENT.AMOUNT, Money.parse("30"))
                .set(PAYMENT.METHOD, "transfer")
                .set(PAYMENT.MONTHS, (short) 3)
                .set(PAYMENT.ENDS_ON, LocalDate.of(2026, 1, 1))
                .where(PAYMENT.ID.eq(payment))
                .execute();

        assertThat(history.list("erin", "?kind=payment&id=" + payment))
                .contains(
                        "Carol Martin a modifié le paiement 28,00 € par mois du service abo-alice (Alice Martin, n° 1)")
                .contains("Montant 28,00 € → 30,00 €")
                .contains("Rythme par mois → par trimestre")
                .contains("Moyen Virement permanent → Virement")
                .as("the last day, while ends_on is exclusive")
                .contains("Dernier jour → 31 déc. 2025")
                .doesNotContain("Premier jour 1er janv. 2025 →");
        assertThat(history.list("erin", "?lang=en&kind=payment&id=" + payment))
                .contains(
                        "Carol Martin changed the payment €28.00 per month of the service abo-alice (Alice Martin, no. 1)")
                .contains("Amount €28.00 → €30.00");
    }

    @Test
    void validationsAreSentencesWithTheirReason() {
        history.actingForTheBank(cast().bob, "vu sur le relevé de mars");
        db().update(PAYMENT).set(PAYMENT.VALIDATED, true).execute();
        history.actingForTheBank(cast().bob, "erreur de ligne");
        db().update(PAYMENT).set(PAYMENT.VALIDATED, false).execute();

        assertThat(history.list("bob", "?action=validation"))
                .contains("Bob Martin a validé le paiement 28,00 €", "Motif : vu sur le relevé de mars")
                .contains("Bob Martin a retiré la validation qui portait sur le paiement", "Motif : erreur de ligne")
                .doesNotContain("a ajouté");
    }

    @Test
    void aDeletedRowKeepsItsName() {
        history.acting(cast().carol);
        db().deleteFrom(PAYMENT).where(PAYMENT.ID.eq(payment)).execute();
        assertThat(history.list("carol", "?kind=payment&id=" + payment))
                .contains(
                        "Carol Martin a supprimé le paiement 28,00 € par mois du service abo-alice (Alice Martin, n° 1)");
        assertThat(history.page("carol", "/admin/history?kind=payment&id=" + payment))
                .doesNotContain("\"/admin/payments/" + payment + "\"");

        db().deleteFrom(SERVICE).where(SERVICE.ID.eq(service)).execute();

        assertThat(history.list("carol", "?kind=service&id=" + service))
                .contains("a supprimé le service abo-alice")
                .contains("a supprimé le paiement 28,00 € par mois du service abo-alice");
    }

    @Test
    void thePasswordIsNotShown() {
        db().update(APP_USER)
                .set(APP_USER.PASSWORD, "{argon2}$argon2id$v=19$m=1$abc")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(history.list("erin", "?kind=user&id=" + cast().alice))
                .contains("Mot de passe modifié")
                .doesNotContain("argon2", "set:");
    }

    @Test
    void everyKindHasASentence() {
        long organisation = given().organisation("Le Hublot");
        given().acts(cast().alice, organisation);
        given().membershipOfOrganisation(organisation);
        given().fee(cast().aliceMember);
        given().allocation(service, "192.0.2.7");
        given().prefix("192.0.2.0/24", with(PREFIX.KIND, "own"));
        db().update(SERVICE_TYPE)
                .set(SERVICE_TYPE.CREW_ID, cast().vpnCrew)
                .where(SERVICE_TYPE.ID.eq(cast().toulouse))
                .execute();

        assertThat(history.list("erin", "") + history.list("erin", "?after=9"))
                .contains("a ajouté le compte Frank Martin")
                .contains("a ajouté l’adresse frank@example.org (Frank Martin)")
                .contains("a ajouté la personne morale Le Hublot")
                .contains("a ajouté le droit d’agir pour Le Hublot (Alice Martin)")
                .contains("a ajouté l’adhésion n° 2 (Le Hublot)")
                .contains("a ajouté la cotisation 20,00 € (Alice Martin, n° 1)")
                .contains("a ajouté l’équipage equipage-vpn")
                .contains("a ajouté la place dans l’équipage equipage-vpn (Dave Martin)")
                .contains("a ajouté le type de service VPN")
                .contains("a ajouté le service abo-alice")
                .contains("a ajouté le paiement 28,00 € par mois")
                .contains("a ajouté le préfixe 192.0.2.0/24", "Usage utilisé par l’association")
                .contains("a ajouté l’adresse 192.0.2.7 du service abo-alice (Alice Martin, n° 1)")
                .contains("a modifié le type de service Toulouse", "Équipage equipage-toulouse → equipage-vpn");
        assertThat(history.list("erin", "?kind=crew-permission"))
                .contains("la permission de valider des paiements de l’équipage bank");
    }

    @Test
    void timesAndReferencesAreFormatted() {
        long allocation = given().allocation(service, "192.0.2.7");
        long other = given().service(cast().vpn, with(SERVICE.LABEL, "vpn-bob"));
        db().update(IP_ALLOCATION)
                .set(IP_ALLOCATION.HELD_UNTIL, java.time.Instant.parse("2026-03-03T13:05:00Z"))
                .where(IP_ALLOCATION.ID.eq(allocation))
                .execute();
        db().update(PAYMENT)
                .set(PAYMENT.SERVICE_ID, other)
                .setNull(PAYMENT.HOLDING_ID)
                .execute();
        db().update(MEMBERSHIP)
                .set(MEMBERSHIP.LEFT_ON, LocalDate.of(2026, 7, 1))
                .execute();

        assertThat(history.list("erin", "?kind=address")).contains("Jusqu’à → 3 mars 2026 14:05:00 +01:00");
        assertThat(history.list("erin", "?kind=payment&action=update"))
                .contains("Service abo-alice (Alice Martin, n° 1) → vpn-bob");
        assertThat(history.list("erin", "?kind=membership&action=update")).contains("Dernier jour → 30 juin 2026");
    }

    @Test
    void otherChannelsThanTheWebAreNamed() {
        history.acting(null, "cron", "command");
        db().update(ORGANISATION).set(ORGANISATION.PHONE, "1").execute();
        db().update(APP_USER)
                .set(APP_USER.PHONE, "2")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(history.list("erin", "?q=cron"))
                .contains("cron a modifié le compte Alice Martin", "par la ligne de commande")
                .doesNotContain("base de données");
        assertThat(history.list("erin", "?kind=crew")).contains("directement dans la base de données");
    }

    @Test
    void changesOfOneTransactionAreGrouped() {
        for (int i = 0; i < 3; i++) {
            given().payment(service);
        }
        history.actingForTheBank(cast().bob, "");
        db().update(PAYMENT).set(PAYMENT.VALIDATED, true).execute();

        assertThat(history.list("bob", "?actor=" + cast().bob))
                .contains("Bob Martin a validé 4 paiements")
                .contains("Un par un")
                .contains("le paiement 28,00 € par mois du service abo-alice (Alice Martin, n° 1)");
    }

    @Test
    void dependentRowsArePartOfTheHistory() {
        given().allocation(service, "192.0.2.7");
        long fee = given().fee(cast().aliceMember);
        long organisation = given().organisation("Le Hublot");
        long right = given().acts(cast().alice, organisation);
        db().deleteFrom(ORGANISATION_USER).where(ORGANISATION_USER.ID.eq(right)).execute();
        db().deleteFrom(USER_EMAIL).where(USER_EMAIL.USER_ID.eq(cast().alice)).execute();

        assertThat(history.list("erin", "?kind=service&id=" + service))
                .contains("le service abo-alice", "le paiement 28,00 €", "l’adresse 192.0.2.7");
        assertThat(history.list("erin", "?kind=member&id=" + cast().aliceMember))
                .contains("l’adhésion n° 1", "la cotisation");
        assertThat(history.list("erin", "?kind=fee&id=" + fee))
                .contains("la cotisation")
                .doesNotContain("l’adhésion");
        assertThat(history.list("erin", "?kind=user&id=" + cast().alice))
                .contains("a supprimé le droit d’agir pour Le Hublot", "a supprimé l’adresse alice@example.org");
        assertThat(history.list("erin", "?kind=user&id=" + cast().carol))
                .contains("a ajouté la place dans l’équipage equipage-toulouse (Carol Martin)");
        assertThat(history.list("erin", "?kind=organisation&id=" + organisation))
                .contains("le droit d’agir pour Le Hublot");
        assertThat(history.list("erin", "?kind=crew&id=" + cast().bankCrew)).contains("la permission", "la place");
    }
}
