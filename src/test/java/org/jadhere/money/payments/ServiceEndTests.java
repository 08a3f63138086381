package org.jadhere.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.platform.web.Texts;
import org.jadhere.support.ActTest;
import org.jadhere.support.Given;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Terminating a service ends it and its payments. */
@ActTest
@WithCast
class ServiceEndTests {

    private final LocalDate today = LocalDate.now(Texts.PARIS);

    private long service;
    private long payment;

    @BeforeEach
    void aServiceThatIsPaid() {
        service = given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember));
        payment = given().payment(service);
    }

    private String path() {
        return "/admin/services/" + service + "/termination";
    }

    private Map<String, String> on(LocalDate lastDay, String payments) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("last-day", lastDay.toString());
        fields.put("ends-too", payments);
        fields.put("was.last-day", "");
        return fields;
    }

    private LocalDate endOfService() {
        return db().fetchSingle(SERVICE, SERVICE.ID.eq(service)).get(SERVICE.ENDS_ON);
    }

    private LocalDate endOf(long id) {
        return db().fetchSingle(PAYMENT, PAYMENT.ID.eq(id)).get(PAYMENT.ENDS_ON);
    }

    @Test
    void theServiceEndsWithItsPayments() {
        long allocation = given().allocation(service, "192.0.2.7");
        long once = given().payment(service, with(PAYMENT.MONTHS, (short) 0), with(PAYMENT.VALIDATED, true));
        long over = given().payment(service, with(PAYMENT.ENDS_ON, Given.START.plusDays(9)));
        assertThat(as("carol").get(path()))
                .bodyText()
                .contains("name=\"ends-too\" value=\"" + payment + "\"")
                .contains("name=\"last-day\" type=\"date\" value=\"" + today + "\"");

        assertThat(as("carol").post(path(), on(today.plusDays(3), "" + payment)))
                .hasStatus(302);

        assertThat(endOfService()).isEqualTo(today.plusDays(4));
        assertThat(endOf(payment)).isEqualTo(today.plusDays(4));
        assertThat(endOf(over)).as("already ended").isEqualTo(Given.START.plusDays(9));
        assertThat(endOf(once)).as("due once, in the past").isNull();
        assertThat(as("bob").get("/admin/payments?beyond=yes")).bodyText().doesNotContain("/admin/payments/" + once);
        assertThat(db().fetchSingle(IP_ALLOCATION, IP_ALLOCATION.ID.eq(allocation))
                        .get(IP_ALLOCATION.HELD_UNTIL))
                .as("administrators end allocations")
                .isNull();
    }

    @Test
    void aServiceEndsWithItsNextHolder() {
        db().update(HOLDING).set(HOLDING.ENDS_ON, today.plusDays(5)).execute();
        given().holding(
                        service,
                        with(HOLDING.MEMBER_ID, given().membership(cast().bob)),
                        with(HOLDING.STARTS_ON, today.plusDays(5)));
        assertThat(as("erin").post(path(), on(today.plusDays(9), ""))).hasStatus(302);
        assertThat(db().selectFrom(HOLDING).orderBy(HOLDING.STARTS_ON).fetch(HOLDING.ENDS_ON))
                .containsExactly(today.plusDays(5), today.plusDays(10));
    }

    @Test
    void aServicePausedLaterEndsBefore() {
        db().update(HOLDING).set(HOLDING.ENDS_ON, today).execute();
        assertThat(as("erin").post(path(), on(today.minusDays(9), "" + payment)))
                .hasStatus(302);
        assertThat(db().fetchSingle(HOLDING).get(HOLDING.ENDS_ON)).isEqualTo(today.minusDays(8));
        assertThat(endOf(payment)).isEqualTo(today.minusDays(8));
    }

    @Test
    void aCrewLeavesAValidatedPaymentOpen() {
        long validated = given().payment(service, with(PAYMENT.VALIDATED, true));
        assertThat(as("carol").get(path())).bodyText().contains("sont validés");
        assertThat(as("carol").post(path(), on(today, "" + payment))).hasStatus(302);
        assertThat(endOf(validated)).isNull();
    }

    @Test
    void anAdministratorEndsAValidatedPayment() {
        service = given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember));
        long other = given().payment(service, with(PAYMENT.VALIDATED, true));
        assertThat(as("erin").post(path(), on(today, "" + other))).hasStatus(302);
        assertThat(endOf(other)).isEqualTo(today.plusDays(1));
    }

    @Test
    void aPaymentAddedSinceTheFormIsReported() {
        given().payment(service);
        assertThat(as("carol").post(path(), on(today, "" + payment))).hasStatus(422);
        assertThat(endOfService()).isNull();
        assertThat(endOf(payment)).isNull();
    }

    @Test
    void aTerminationSinceTheFormIsReported() {
        assertThat(as("carol").post(path(), on(today.plusDays(9), "" + payment)))
                .hasStatus(302);
        assertThat(as("erin").post(path(), on(today, "" + payment)))
                .hasStatus(422)
                .bodyText()
                .contains("last-day-error");
        assertThat(endOfService()).isEqualTo(today.plusDays(10));
    }

    @Test
    void theLastDayIsRequiredAndAfterTheStart() {
        var carol = as("carol");
        assertThat(carol.post(path(), Map.of("ends-too", "" + payment))).hasStatus(422);
        assertThat(carol.post(path(), on(Given.START.minusDays(1), "" + payment)))
                .hasStatus(422)
                .bodyText()
                .contains("last-day-error");
        assertThat(endOfService()).isNull();
    }

    @Test
    void aLastDayBeforeThePaymentStartsIsRefused() {
        db().update(PAYMENT).set(PAYMENT.STARTS_ON, today.plusMonths(1)).execute();
        assertThat(as("carol").post(path(), on(today, "" + payment)))
                .hasStatus(422)
                .bodyText()
                .contains("last-day-error");
        assertThat(endOfService())
                .as("the service does not end without its payments")
                .isNull();
    }

    @Test
    void theBankOtherCrewsAndMembersMayNotTerminate() {
        assertThat(as("bob").post(path(), on(today, "" + payment))).hasStatus(403);
        assertThat(as("bob").get("/admin/services/" + service)).bodyText().doesNotContain(path());
        assertThat(as("dave").post(path(), on(today, "" + payment))).hasStatus(404);
        assertThat(as("alice").post(path(), on(today, "" + payment))).hasStatus(403);
        assertThat(endOfService()).isNull();
        assertThat(endOf(payment)).isNull();
    }
}
