package org.jadhere.money.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;

import java.time.Clock;
import java.time.LocalDate;
import org.assertj.core.api.AbstractStringAssert;
import org.jadhere.money.common.PaymentReference;
import org.jadhere.platform.db.Money;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of the account shows the state of each membership and how to pay. */
@PageTest
@WithCast
class MembershipStatusTests {

    @Autowired
    Clock clock;

    @SuppressWarnings("NullAway.Init")
    private LocalDate today;

    private long service;

    @BeforeEach
    void aServiceOfAlice() {
        today = LocalDate.now(clock);
        service = given().service(
                        cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "abo-alice"));
    }

    private void setBankAccountOfTheAssociation() {
        db().update(ASSOCIATION)
                .set(ASSOCIATION.BANK_HOLDER, "RESEAU")
                .set(ASSOCIATION.IBAN, "FR7630006000011234567890189")
                .set(ASSOCIATION.BIC, "AGRIFRPP")
                .execute();
    }

    private long fee(long member, int fromDay, int untilDay, boolean validated) {
        return given().fee(
                        member,
                        with(MEMBERSHIP_FEE.STARTS_ON, today.plusDays(fromDay)),
                        with(MEMBERSHIP_FEE.ENDS_ON, today.plusDays(untilDay)),
                        with(MEMBERSHIP_FEE.VALIDATED, validated));
    }

    private AbstractStringAssert<?> page(String username) {
        return assertThat(as(username).get("/me")).hasStatus(200).bodyText();
    }

    @Test
    void aValidatedFeeCoversUntilItsLastDay() {
        fee(cast().aliceMember, -10, 1, true);
        page("alice").contains("Adhérent·e n°\u00a01, depuis le 1er janv. 2025. La cotisation est valable jusqu’au");
    }

    @Test
    void anAnnouncedFeeAwaitsValidation() {
        fee(cast().aliceMember, -10, 1, false);
        page("alice").contains("attend d’être validée").doesNotContain("/receipt.pdf");
    }

    @Test
    void anExpiredFeeIsShownWithItsLastDay() {
        fee(cast().aliceMember, -10, 0, true);
        page("alice").contains("La cotisation s’est terminée le");
    }

    @Test
    void aMemberWithoutFeesSeesThatThereIsNone() {
        page("alice").contains("Aucune cotisation encore");
    }

    @Test
    void aFormerMemberSeesTheEndAndNoBankDetails() {
        setBankAccountOfTheAssociation();
        long zoe = given().user("zoe");
        given().membership(zoe, with(MEMBERSHIP.LEFT_ON, LocalDate.of(2025, 6, 1)));

        page("zoe").contains("L’adhésion s’est terminée le 31 mai 2025").doesNotContain("Comment payer");
    }

    @Test
    void aUserWhoIsNotAMemberSeesHowToJoin() {
        page("frank").contains("pas encore adhérent·e", "href=\"/join\"").doesNotContain("Comment payer");
        page("alice").doesNotContain("href=\"/join\"");
    }

    @Test
    void anOrganisationsUserSeesBothMemberships() {
        long hublot = given().organisation("Le Hublot");
        given().acts(cast().frank, hublot);
        long member = given().membershipOfOrganisation(hublot);
        fee(member, -10, 1, true);

        page("frank").contains("pas encore adhérent·e", "Le Hublot", "Adhérent·e n°\u00a02", "valable jusqu’au");
    }

    @Test
    void aServiceShowsItsPaymentAndTheTotalSoFar() {
        given().payment(service, with(PAYMENT.STARTS_ON, today.minusMonths(2)), with(PAYMENT.VALIDATED, true));
        page("alice")
                .contains("28,00\u00a0€ par mois, par virement permanent, depuis le")
                .contains("84,00\u00a0€")
                .containsPattern("/me/payments/\\d+/receipt.pdf");
    }

    @Test
    void bankDetailsIncludeTheMembersReference() {
        setBankAccountOfTheAssociation();
        page("alice")
                .contains("RESEAU", "AGRIFRPP", "<span>FR76</span><span>3000</span>")
                .contains("référence " + new PaymentReference(1).groupByFour(), "Le montant est libre");
    }

    @Test
    void theQrCodeIsForTheAnnouncedFee() {
        setBankAccountOfTheAssociation();
        given().payment(service);
        fee(cast().aliceMember, -10, 100, false);
        page("alice").contains("À payer\u00a0: 20,00\u00a0€, cotisation du", "role=\"img\"");
    }

    @Test
    void otherwiseItIsForTheMonthlyStandingOrders() {
        setBankAccountOfTheAssociation();
        given().payment(service);
        given().payment(service, with(PAYMENT.AMOUNT, Money.parse("2.50")));
        given().payment(service, with(PAYMENT.METHOD, "cash"));
        page("alice").contains("Pour un virement permanent\u00a0: 30,50\u00a0€ par mois");
    }

    @Test
    void standingOrdersOfTwoRhythmsAreNotAdded() {
        setBankAccountOfTheAssociation();
        given().payment(service);
        given().payment(service, with(PAYMENT.MONTHS, (short) 3));
        page("alice").contains("Le montant est libre").doesNotContain("Pour un virement permanent");
    }

    @Test
    void withoutABankAccountTheContactIsShown() {
        db().update(ASSOCIATION).set(ASSOCIATION.EMAIL, "contact@example.org").execute();
        page("alice").contains("demandez-lui comment payer", "mailto:contact@example.org");
    }

    @Test
    void moreMembershipsTakeNoMoreQueries() {
        queries().forget();
        page("alice");
        int few = queries().heard().size();
        for (int i = 0; i < 5; i++) {
            long organisation = given().organisation("Organisation " + i);
            given().acts(cast().alice, organisation);
            long member = given().membershipOfOrganisation(organisation);
            fee(member, -10, 100, true);
            given().payment(given().service(cast().vpn, with(HOLDING.MEMBER_ID, member)));
        }
        queries().forget();
        page("alice").contains("Organisation 4");

        assertThat(queries().heard()).hasSize(few).hasSizeLessThan(11);
    }
}
