package org.jadhere.pages.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jadhere.support.ActTest;
import org.jadhere.support.Given;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A service goes to another member on a day: payments stay with who gave them, names end, addresses stay. */
@ActTest
@WithCast
class HandoverTests extends HolderFixture {

    @Test
    void theFormerHoldingEndsTheDayBefore() {
        assertThat(handOver("carol", today.minusDays(3))).hasStatus(302);

        assertThat(holdings())
                .containsExactly(
                        cast().aliceMember + " " + Given.START + " " + today.minusDays(3),
                        franks + " " + today.minusDays(3) + " null");
        assertThat(endOf(payment)).isEqualTo(today.minusDays(3));
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.HOLDING_ID))
                .as("the payment stays with its holding")
                .isEqualTo(db().fetchSingle(HOLDING, HOLDING.MEMBER_ID.eq(cast().aliceMember))
                        .get(HOLDING.ID));
    }

    @Test
    void thePageSaysBeforeWhatWillHappen() {
        given().allocation(service, "192.0.2.7");
        given().prefix("192.0.2.0/24");
        given().reverseName("192.0.2.7", "serveur.example.org");
        given().payment(service, with(PAYMENT.VALIDATED, true));

        assertThat(as("carol").get(page + "/handover"))
                .bodyText()
                .contains("28,00", "sont validés et continuent", "192.0.2.7", "serveur.example.org", "sont retirés");

        handOver("carol", today);

        assertThat(db().fetchCount(REVERSE_NAME)).isZero();
        assertThat(db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.HELD_UNTIL))
                .isNull();
    }

    @Test
    void aValidatedPaymentRunsOnForTheBankCrew() {
        long validated = given().payment(service, with(PAYMENT.VALIDATED, true));
        assertThat(handOver("carol", today)).hasRedirectedUrl(page + "?done=service-handover-running");
        assertThat(as("carol").get(page + "?done=service-handover-running"))
                .bodyText()
                .contains("équipage banque les arrêtera");
        assertThat(endOf(validated)).isNull();

        assertThat(as("bob").get("/admin/")).bodyText().contains("Paiements qui continuent", "28,00");
        assertThat(as("carol").post("/admin/payments/beyond/termination")).hasStatus(403);
        assertThat(as("bob").post("/admin/payments/beyond/termination")).hasStatus(302);

        assertThat(endOf(validated)).as("the last day of the holding").isEqualTo(today);
        assertThat(as("bob").get("/admin/")).bodyText().doesNotContain("Paiements qui continuent");
    }

    @Test
    void anotherMemberTakesOverOnlyAfterTheFirstDay() {
        assertThat(handOver("carol", Given.START))
                .hasStatus(422)
                .bodyText()
                .contains("first-day-error", "1 Alice Martin");
        assertThat(as("carol").post(page + "/handover", fields("member", "1", "first-day", today.toString())))
                .hasStatus(422)
                .bodyText()
                .contains("member-error", "tient déjà ce service");
        assertThat(holdings()).hasSize(1);
    }

    @Test
    void aHandoverOfAnotherCrewIsRefused() {
        assertThat(handOver("dave", today)).hasStatus(404);
        assertThat(handOver("bob", today)).hasStatus(403);
        assertThat(handOver("alice", today)).hasStatus(403);
        assertThat(as("dave").get(page + "/handover")).hasStatus(404);
        assertThat(holdings()).hasSize(1);
    }

    @Test
    void theSecondOfTwoHandoversIsTold() {
        given().membership(cast().dave);
        var seen = Map.of("was.holder", "1 Alice Martin", "was.holder-until", "", "was.last-day", "");
        var first = fields("member", "2", "first-day", today.toString());
        first.putAll(seen);
        var second = fields("member", "3", "first-day", today.toString());
        second.putAll(seen);

        assertThat(as("carol").post(page + "/handover", first)).hasStatus(302);
        assertThat(as("erin").post(page + "/handover", second))
                .hasStatus(422)
                .bodyText()
                .contains("2 Frank Martin");
        assertThat(holdings()).hasSize(2);
    }

    @Test
    void ofTwoHandoversAtTheSameMomentOneIsTold() throws Exception {
        given().membership(cast().dave);
        var seen = Map.of("was.holder", "1 Alice Martin", "was.holder-until", "", "was.last-day", "");
        List<Callable<Integer>> both = Stream.of("2", "3")
                .<Callable<Integer>>map(member -> () -> {
                    var form = fields("member", member, "first-day", today.toString());
                    form.putAll(seen);
                    return as(member.equals("2") ? "carol" : "erin")
                            .post(page + "/handover", form)
                            .getResponse()
                            .getStatus();
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(both).stream().map(Future::resultNow)).containsExactlyInAnyOrder(302, 422);
        }
        assertThat(holdings()).hasSize(2);
    }

    @Test
    void anAdministratorMayTakeTheAddressesBack() {
        given().allocation(service, "192.0.2.7");
        var form = fields("member", "2", "first-day", today.toString(), "addresses-too", "yes");

        assertThat(as("carol").post(page + "/handover", form)).hasStatus(403);
        assertThat(holdings()).as("all or nothing").hasSize(1);

        assertThat(as("erin").post(page + "/handover", form)).hasStatus(302);
        assertThat(db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.HELD_UNTIL))
                .isNotNull();
    }

    @Test
    void theAssignmentFormHandsOverAsWell() {
        assertThat(as("carol").post(page + "/assignment", Map.of("member", "2", "starts", today.toString())))
                .hasStatus(302);
        assertThat(holdings())
                .containsExactly(cast().aliceMember + " " + Given.START + " " + today, franks + " " + today + " null");
        assertThat(endOf(payment)).isEqualTo(today);
    }
}
