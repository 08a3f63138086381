package org.jadhere.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jadhere.platform.db.Money;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A crew adds payments to its services and changes them until the bank crew validates them. */
@ActTest
@WithCast
class PaymentActTests extends PaymentFixture {

    private String payments() {
        return "/admin/services/" + service + "/payments";
    }

    @Test
    void aPaymentIsAddedWithItsAuthor() {
        var fields = monthly("28,50");
        fields.put("to", "2026-03-31");

        assertThat(as("carol").post(payments(), fields)).hasStatus(302);

        var payment = db().fetchSingle(PAYMENT);
        assertThat(payment.get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("28.50"));
        assertThat(payment.get(PAYMENT.ENDS_ON)).as("the last day is paid for").isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(payment.get(PAYMENT.VALIDATED)).isFalse();
        var line = db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("payment"));
        assertThat(line.get(HISTORY.ACTOR)).isEqualTo("carol");
        assertThat(line.get(HISTORY.DOOR)).isEqualTo("web");
    }

    @Test
    void aFormSentTwiceAddsOnePayment() {
        var fields = monthly("28");
        fields.put("once", UUID.randomUUID().toString());

        assertThat(as("carol").post(payments(), fields)).hasStatus(302);
        assertThat(as("carol").post(payments(), fields)).hasStatus(302);

        assertThat(db().fetchCount(PAYMENT)).isEqualTo(1);
    }

    @Test
    void errorsAreShownAtTheirFields() {
        var fields = monthly("vingt");
        fields.put("months", "5");
        fields.put("from", "2026-02-30");

        assertThat(as("carol").post(payments(), fields))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"vingt\"", "amount-error", "months-error", "from-error", "value=\"2026-02-30\"");
        assertThat(db().fetchCount(PAYMENT)).isZero();
    }

    @Test
    void aLastDayBeforeTheFirstIsRefused() {
        var fields = monthly("28");
        fields.put("to", "2025-12-31");
        assertThat(as("carol").post(payments(), fields))
                .hasStatus(422)
                .bodyText()
                .contains("to-error");

        assertThat(db().fetchCount(PAYMENT)).isZero();
    }

    @Test
    void aPaymentMayCoverOneDay() {
        var fields = monthly("28");
        fields.put("to", "2026-01-01");

        assertThat(as("carol").post(payments(), fields)).hasStatus(302);
    }

    @Test
    void onlyTheOwnCrewAndTheBankMayAddAPayment() {
        assertThat(as("dave").post(payments(), monthly("28"))).hasStatus(404);
        assertThat(as("alice").post(payments(), monthly("28"))).hasStatus(403);
        assertThat(as("bob").post(payments(), monthly("28"))).hasStatus(302);
        assertThat(db().fetchCount(PAYMENT)).isEqualTo(1);
    }

    @Test
    void fieldsThatTheFormDoesNotOfferAreIgnored() {
        long other = given().service(cast().vpn);
        var fields = monthly("28");
        fields.put("validated", "yes");
        fields.put("service", String.valueOf(other));
        fields.put("service_id", String.valueOf(other));
        fields.put("serviceId", String.valueOf(other));
        fields.put("type", String.valueOf(cast().vpn));
        fields.put("id", "1");
        fields.put("external_id", "forged");

        assertThat(as("carol").post(payments(), fields)).hasStatus(302);

        var payment = db().fetchSingle(PAYMENT);
        assertThat(payment.get(PAYMENT.VALIDATED)).isFalse();
        assertThat(payment.get(PAYMENT.SERVICE_ID)).isEqualTo(service);
        assertThat(payment.get(PAYMENT.EXTERNAL_ID)).isNotEqualTo("forged");
    }

    @Test
    void theCrewChangesAndDeletesBeforeValidation() {
        long payment = given().payment(service);
        assertThat(as("carol").post("/admin/payments/" + payment, monthly("30")))
                .hasStatus(302);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("30"));

        assertThat(as("carol").post("/admin/payments/" + payment + "/deletion", Map.of()))
                .hasStatus(302);
        assertThat(db().fetchCount(PAYMENT)).isZero();
    }

    @Test
    void anotherCrewCannotChangeOrDeleteAPayment() {
        long payment = given().payment(service);
        for (String act : new String[] {"", "/deletion"}) {
            assertThat(as("dave").post("/admin/payments/" + payment + act, monthly("1")))
                    .hasStatus(404);
        }
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("28"));
    }

    @Test
    void aConcurrentChangeIsShownBeforeItIsOverwritten() {
        long payment = given().payment(service);
        String path = "/admin/payments/" + payment;
        var mine = monthly("35");
        mine.put("from", "2025-01-01");
        mine.put("was.amount", "28.00");
        mine.put("was.method", "standing_order");
        mine.put("was.months", "1");
        mine.put("was.from", "2025-01-01");
        mine.put("was.to", "");
        mine.put("was.note", "");
        var others = new LinkedHashMap<>(mine);
        others.put("amount", "31");

        assertThat(as("bob").post(path, others)).hasStatus(302);
        assertThat(as("carol").post(path, mine))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"35\"", "«\u00a028,00\u00a0» est devenu «\u00a031,00\u00a0»", "amount-error")
                .contains("name=\"was.amount\" value=\"31.00\"");
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("31"));

        mine.put("was.amount", "31.00");
        assertThat(as("carol").post(path, mine))
                .as("a user who has seen the change may overwrite it")
                .hasStatus(302);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("35"));
    }

    @Test
    void anAmountIsFormattedInTheLanguageOfTheUser() {
        String path = "/admin/payments/" + given().payment(service);

        assertThat(as("carol").get(path))
                .bodyText()
                .contains("name=\"amount\" type=\"text\" value=\"28,00\"", "name=\"was.amount\" value=\"28.00\"");
        assertThat(as("carol").get(path + "?lang=en"))
                .bodyText()
                .contains("name=\"amount\" type=\"text\" value=\"28.00\"", "name=\"was.amount\" value=\"28.00\"");
    }
}
