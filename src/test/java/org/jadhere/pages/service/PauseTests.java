package org.jadhere.pages.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import java.util.Map;
import org.jadhere.money.statistics.Statistics;
import org.jadhere.support.ActTest;
import org.jadhere.support.Given;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A pause leaves the service in place without a member; the past stays as it was. */
@ActTest
@WithCast
class PauseTests extends HolderFixture {

    @Autowired
    Statistics statistics;

    private String figures(LocalDate day) {
        var total = statistics.asOf(day).total();
        return "%d active, %d without a member, %d paying, %d not paying, %s"
                .formatted(
                        total.active(),
                        total.withoutMember(),
                        total.paying(),
                        total.notPaying(),
                        total.monthlyIncome());
    }

    @Test
    void aPauseAndARestartLeaveThePastAsItWas() {
        String before = figures(today.minusDays(60));

        assertThat(pause("carol", today.minusDays(40))).hasStatus(302);
        assertThat(restart("carol", "1", today.minusDays(10))).hasStatus(302);

        assertThat(holdings())
                .containsExactly(
                        cast().aliceMember + " " + Given.START + " " + today.minusDays(39),
                        cast().aliceMember + " " + today.minusDays(10) + " null");
        assertThat(endOf(payment)).isEqualTo(today.minusDays(39));
        assertThat(figures(today.minusDays(60))).isEqualTo(before).startsWith("1 active, 0 without a member, 1 paying");
        assertThat(figures(today.minusDays(20)))
                .isEqualTo("1 active, 1 without a member, 0 paying, 0 not paying, 0.00");
        assertThat(figures(today)).isEqualTo("1 active, 0 without a member, 0 paying, 1 not paying, 0.00");
    }

    @Test
    void aPausedServiceSaysByWhomAndIsNotToAssign() {
        pause("carol", today.minusDays(1));

        assertThat(as("carol").get(page)).bodyText().contains("en pause", "1 Alice Martin", page + "/restart");
        assertThat(as("carol").get("/admin/services?state=prepared")).bodyText().doesNotContain("abo-1");
        assertThat(as("carol").get("/admin/")).bodyText().doesNotContain("abo-1");
    }

    @Test
    void addressesAndNamesStayInAPause() {
        given().allocation(service, "192.0.2.7");
        given().prefix("192.0.2.0/24");
        given().reverseName("192.0.2.7", "serveur.example.org");

        pause("carol", today.minusDays(1));

        assertThat(db().fetchCount(REVERSE_NAME)).isEqualTo(1);
        assertThat(db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.HELD_UNTIL))
                .isNull();

        restart("carol", "2", today);
        assertThat(db().fetchCount(REVERSE_NAME))
                .as("another member holds it now")
                .isZero();
    }

    @Test
    void aRestartOnDaysOfAHolderIsRefused() {
        pause("carol", today.minusDays(10));
        assertThat(restart("carol", "2", today.minusDays(20)))
                .hasStatus(422)
                .bodyText()
                .contains("tient ce service ces jours-là");
        assertThat(holdings()).hasSize(1);
    }

    @Test
    void theOldFormsOfAPauseLeaveThePastToo() {
        String before = figures(today.minusDays(60));
        as("carol")
                .post(
                        page + "/termination",
                        fields("last-day", today.minusDays(40).toString()));

        assertThat(as("carol")
                        .post(
                                page + "/assignment",
                                Map.of(
                                        "member",
                                        "1",
                                        "starts",
                                        today.minusDays(10).toString())))
                .as("taken up again with a later first day")
                .hasStatus(302);

        assertThat(holdings()).hasSize(2);
        assertThat(figures(today.minusDays(60))).isEqualTo(before);
        assertThat(figures(today.minusDays(20))).startsWith("1 active, 1 without a member");
    }

    @Test
    void anEndedServiceThatKeepsAddressesIsShown() {
        given().allocation(service, "192.0.2.7");
        as("carol")
                .post(
                        page + "/termination",
                        fields("last-day", today.minusDays(2).toString()));

        assertThat(as("erin").get("/admin/")).bodyText().contains("tiennent encore des adresses", "192.0.2.7");
        assertThat(as("erin").get("/admin/addresses?ended=yes")).bodyText().contains("192.0.2.7", "Tout reprendre");
        assertThat(as("carol").post("/admin/addresses/ended/termination")).hasStatus(403);

        assertThat(as("erin").post("/admin/addresses/ended/termination")).hasStatus(302);

        assertThat(db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.HELD_UNTIL))
                .isNotNull();
        assertThat(as("erin").get("/admin/addresses?ended=yes")).bodyText().doesNotContain("192.0.2.7");
    }

    @Test
    void thePaymentsOfAPauseAreOfItsHolder() {
        pause("carol", today.minusDays(10));
        restart("carol", "2", today.minusDays(5));
        long franks28 = given().payment(service, with(PAYMENT.STARTS_ON, today.minusDays(5)));

        assertThat(as("carol").get("/admin/payments/" + franks28)).bodyText().contains("Frank Martin");
        assertThat(as("carol").get("/admin/payments/" + payment)).bodyText().contains("Alice Martin");
    }
}
