package org.jadhere.pages.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.DEPARTURE_REASON;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A person leaves: one page settles all that they hold, in one act. */
@ActTest
@WithCast
class DepartureTests extends DepartureFixture {

    @Test
    void theUsualCaseTakesFourClicks() {
        String member = "/admin/members/" + cast().aliceMember;
        assertThat(body("carol", "/admin/members")).as("first click").contains("href=\"" + member + "\"");
        assertThat(body("carol", member)).as("second click").contains("href=\"" + page() + "\"");

        assertThat(as("carol").post(page(), proposed("carol")))
                .as("third click: the button")
                .hasRedirectedUrl(page() + "?done=departure");

        assertThat(endOfService(service)).isEqualTo(today.plusDays(1));
        assertThat(endOfPayment(payment)).isEqualTo(today.plusDays(1));
    }

    @Test
    void afterwardsThePageSaysWhoseTurnItIs() {
        long validated = given().payment(service, with(PAYMENT.VALIDATED, true));
        given().allocation(service, "192.0.2.7");
        as("carol").post(page(), proposed("carol"));

        assertThat(body("carol", page()))
                .contains("/admin/payments/" + validated, "à l’équipage banque")
                .contains("192.0.2.7", "Adhésion, depuis", "Compte «\u00a0alice\u00a0»")
                .contains("à un·e administrateur·rice")
                .doesNotContain("<select", "Il ne reste rien");
        assertThat(endOfPayment(validated)).isNull();
    }

    @Test
    void anAdministratorSettlesEverythingAtOnce() {
        long validated = given().payment(service, with(PAYMENT.VALIDATED, true));
        given().allocation(service, "192.0.2.7");
        given().acts(cast().alice, given().organisation("Le Hublot"));
        given().joins(cast().alice, cast().vpnCrew);

        assertThat(as("erin").post(page(), proposed("erin"))).hasStatus(302);

        assertThat(endOfService(service)).isEqualTo(today.plusDays(1));
        assertThat(endOfPayment(validated)).isEqualTo(today.plusDays(1));
        assertThat(endOfMembership()).isEqualTo(today.plusDays(1));
        assertThat(isOpen(cast().alice)).isFalse();
        assertThat(db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.HELD_UNTIL))
                .isNotNull();
        assertThat(db().fetchCount(ORGANISATION_USER)).isZero();
        assertThat(db().fetchCount(CREW_MEMBER, CREW_MEMBER.USER_ID.eq(cast().alice)))
                .isZero();
        assertThat(body("erin", page())).contains("Il ne reste rien à faire pour Alice Martin");
    }

    @Test
    void ifOneLineIsRefusedNothingIsDone() {
        long other = given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember));
        given().payment(other, with(PAYMENT.STARTS_ON, today.plusMonths(1)));
        long hublot = given().organisation("Le Hublot");
        given().acts(cast().alice, hublot);
        var fields = proposed("carol");
        String role = "organisation-" + hublot;
        fields.put(role, "leave");
        fields.put(role + "-reason", "reste <présidente>");

        var answer = as("carol").post(page(), fields);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer))
                .contains("id=\"service-" + other + "-error\"", "reste &lt;présidente>")
                .doesNotContain("id=\"service-" + service + "-error\"");
        assertThat(endOfService(service)).isNull();
        assertThat(endOfPayment(payment)).isNull();
        assertThat(db().fetchCount(DEPARTURE_REASON)).isZero();
    }

    @Test
    void twoDeparturesAtOnceAreOneDeparture() throws Exception {
        var fields = proposed("carol");
        Callable<Integer> departure =
                () -> as("carol").post(page(), fields).getResponse().getStatus();
        try (var two = Executors.newFixedThreadPool(2)) {
            assertThat(two.invokeAll(List.of(departure, departure)).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(302, 422);
        }
        assertThat(db().fetchCount(HISTORY, HISTORY.TABLE_NAME.eq("service").and(HISTORY.ACTION.eq("update"))))
                .isOne();
    }

    @Test
    void aPaymentAddedSinceTheFormIsTold() {
        var fields = proposed("carol");
        given().payment(service);

        assertThat(as("carol").post(page(), fields))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"service-" + service + "-error\"", "les paiements de ce service ont changé");
        assertThat(endOfService(service)).isNull();

        assertThat(as("carol").post(page(), proposed("carol"))).hasStatus(302);
    }

    @Test
    void whatWasSettledSinceTheFormIsTold() {
        var fields = proposed("carol");
        as("erin").post(page(), proposed("erin"));

        assertThat(as("carol").post(page(), fields))
                .hasStatus(422)
                .bodyText()
                .contains("Entre-temps, quelque chose a changé ici");
    }

    @Test
    void aPausedServiceGoesOnWithoutHolder() {
        var fields = proposed("carol");
        fields.put("service-" + service, "pause");
        assertThat(as("carol").post(page(), fields)).hasStatus(302);

        assertThat(endOfService(service)).isNull();
        assertThat(db().fetchSingle(HOLDING).get(HOLDING.ENDS_ON)).isEqualTo(today.plusDays(1));
        assertThat(endOfPayment(payment)).isEqualTo(today.plusDays(1));
    }

    @Test
    void aLaterLastDayIsShownAndNeedsNoReason() {
        var fields = proposed("carol");
        fields.put("last-day", today.plusDays(9).toString());
        assertThat(as("carol").post(page(), fields)).hasStatus(302);

        assertThat(endOfService(service)).isEqualTo(today.plusDays(10));
        assertThat(body("carol", page())).contains("un motif n’est pas nécessaire");
        assertThat(as("carol").post(page(), proposed("carol"))).hasStatus(302);
        assertThat(endOfService(service)).isEqualTo(today.plusDays(10));
        assertThat(endOfMembership()).isNull();
    }

    @Test
    void aHoldingBehindAnotherMemberIsNotEnded() {
        long later = given().service(cast().toulouse);
        given().holding(
                        later,
                        with(HOLDING.MEMBER_ID, given().member("zoe")),
                        with(HOLDING.ENDS_ON, today.plusDays(9)));
        long next = given().holding(
                        later, with(HOLDING.MEMBER_ID, cast().aliceMember), with(HOLDING.STARTS_ON, today.plusDays(9)));
        var fields = proposed("carol");
        assertThat(fields).containsEntry("holding-" + next, "leave").doesNotContainKey("service-" + later);
        assertThat(as("carol").post(page(), fields))
                .as("a reason is missing")
                .hasStatus(422)
                .bodyText()
                .contains("holding-" + next + "-reason-error");

        fields.put("holding-" + next + "-reason", "à voir avec Zoé");
        assertThat(as("carol").post(page(), fields)).hasStatus(302);
        assertThat(db().fetchSingle(SERVICE, SERVICE.ID.eq(later)).get(SERVICE.ENDS_ON))
                .isNull();
    }
}
