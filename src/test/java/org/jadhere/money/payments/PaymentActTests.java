package org.jadhere.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jadhere.platform.db.Money;
import org.jadhere.support.ActTest;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A crew writes down what is given for its services, and changes it until the bank crew has validated it. */
@ActTest
@WithCast
class PaymentActTests {

    private long service;

    @BeforeEach
    void aServiceOfAlice() {
        service = given().service(cast().toulouse, with(SERVICE.MEMBER_ID, cast().aliceMember));
    }

    private MvcTestResult post(String who, String path, Map<String, String> fields) {
        return as(who).post(path, fields);
    }

    private static Map<String, String> monthly(String amount) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("amount", amount);
        fields.put("months", "1");
        fields.put("method", "standing_order");
        fields.put("from", "2026-01-01");
        return fields;
    }

    private String payments() {
        return "/admin/services/" + service + "/payments";
    }

    @Test
    void aPaymentIsAddedAsTypedAndSigned() {
        var fields = monthly("28,50");
        fields.put("to", "2026-03-31");

        assertThat(post("carol", payments(), fields)).hasStatus(302);

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

        assertThat(post("carol", payments(), fields)).hasStatus(302);
        assertThat(post("carol", payments(), fields)).hasStatus(302);

        assertThat(db().fetchCount(PAYMENT)).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidBesideWhatWasTyped() {
        var fields = monthly("vingt");
        fields.put("months", "5");
        fields.put("from", "2026-02-30");

        assertThat(post("carol", payments(), fields))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"vingt\"", "amount-error", "months-error", "from-error", "value=\"2026-02-30\"");
        assertThat(db().fetchCount(PAYMENT)).isZero();
    }

    @Test
    void aLastDayBeforeTheFirstIsRefusedAndOneDayIsNot() {
        var fields = monthly("28");
        fields.put("to", "2025-12-31");
        assertThat(post("carol", payments(), fields)).hasStatus(422).bodyText().contains("to-error");

        fields.put("to", "2026-01-01");
        assertThat(post("carol", payments(), fields)).hasStatus(302);
    }

    @Test
    void anotherCrewFindsNoSuchServiceAndTheBankMayAddToAnyService() {
        assertThat(post("dave", payments(), monthly("28"))).hasStatus(404);
        assertThat(post("alice", payments(), monthly("28"))).hasStatus(403);
        assertThat(post("bob", payments(), monthly("28"))).hasStatus(302);
        assertThat(db().fetchCount(PAYMENT)).isEqualTo(1);
    }

    @Test
    void forgedFieldsAreIgnoredServiceTypeValidationAndId() {
        long other = given().service(cast().vpn);
        var fields = monthly("28");
        fields.put("validated", "yes");
        fields.put("service", String.valueOf(other));
        fields.put("service_id", String.valueOf(other));
        fields.put("serviceId", String.valueOf(other));
        fields.put("type", String.valueOf(cast().vpn));
        fields.put("id", "1");
        fields.put("external_id", "forged");

        assertThat(post("carol", payments(), fields)).hasStatus(302);

        var payment = db().fetchSingle(PAYMENT);
        assertThat(payment.get(PAYMENT.VALIDATED)).isFalse();
        assertThat(payment.get(PAYMENT.SERVICE_ID)).isEqualTo(service);
        assertThat(payment.get(PAYMENT.EXTERNAL_ID)).isNotEqualTo("forged");
    }

    @Test
    void theCrewChangesAndDeletesUntilItIsValidated() {
        long payment = given().payment(service);
        assertThat(post("carol", "/admin/payments/" + payment, monthly("30"))).hasStatus(302);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("30"));

        assertThat(post("carol", "/admin/payments/" + payment + "/deletion", Map.of()))
                .hasStatus(302);
        assertThat(db().fetchCount(PAYMENT)).isZero();
    }

    @Test
    void onceValidatedTheCrewIsRefusedByPageAndByForgedRequestAndTheBankIsNot() {
        long payment = given().payment(service, with(PAYMENT.VALIDATED, true));
        String path = "/admin/payments/" + payment;

        assertThat(browser().get().uri(path).with(Stage.as("carol")))
                .hasStatus(200)
                .bodyText()
                .doesNotContain("name=\"amount\"")
                .doesNotContain(path + "/deletion");
        assertThat(post("carol", path, monthly("1"))).hasStatus(403);
        assertThat(post("carol", path + "/deletion", Map.of())).hasStatus(403);
        assertThat(post("carol", path + "/validation/withdrawal", Map.of("withdrawal", "moi")))
                .hasStatus(403);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("28"));

        var correction = monthly("29");
        correction.put("reason", "le relevé dit 29");
        assertThat(post("bob", path, correction)).hasStatus(302);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.VALIDATED))
                .as("still validated")
                .isTrue();
        var line = db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTION.eq("update"));
        assertThat(line.get(HISTORY.BEFORE).data()).contains("28");
        assertThat(line.get(HISTORY.REASON)).isEqualTo("le relevé dit 29");
    }

    @Test
    void anotherCrewsPaymentCannotBeChangedDeletedOrSeen() {
        long payment = given().payment(service);
        for (String act : new String[] {"", "/deletion"}) {
            assertThat(post("dave", "/admin/payments/" + payment + act, monthly("1")))
                    .hasStatus(404);
        }
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("28"));
    }

    @Test
    void theSecondOfTwoAtOneFormIsToldWhatChangedAndKeepsWhatWasTyped() {
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

        assertThat(post("bob", path, others)).hasStatus(302);
        assertThat(post("carol", path, mine))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"35\"", "«\u00a028,00\u00a0» est devenu «\u00a031,00\u00a0»", "amount-error")
                .contains("name=\"was.amount\" value=\"31.00\"");
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("31"));

        mine.put("was.amount", "31.00");
        assertThat(post("carol", path, mine)).as("who has read it may insist").hasStatus(302);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("35"));
    }

    @Test
    void anAmountStandsInItsFieldAsTheReaderWritesIt() {
        String path = "/admin/payments/" + given().payment(service);

        assertThat(as("carol").get(path))
                .bodyText()
                .contains("name=\"amount\" type=\"text\" value=\"28,00\"", "name=\"was.amount\" value=\"28.00\"");
        assertThat(as("carol").get(path + "?lang=en"))
                .bodyText()
                .contains("name=\"amount\" type=\"text\" value=\"28.00\"", "name=\"was.amount\" value=\"28.00\"");
    }

    @Test
    void aValidationIsTakenBackWithAReasonOrNotAtAll() {
        long payment = given().payment(service, with(PAYMENT.VALIDATED, true));
        String act = "/admin/payments/" + payment + "/validation/withdrawal";

        assertThat(post("bob", act, Map.of())).hasStatus(422).bodyText().contains("withdrawal-error");
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.VALIDATED)).isTrue();

        assertThat(post("bob", act, Map.of("withdrawal", "chèque sans provision")))
                .hasStatus(302);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.VALIDATED)).isFalse();
        assertThat(db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTION.eq("update"))
                        .get(HISTORY.REASON))
                .isEqualTo("chèque sans provision");
    }
}
