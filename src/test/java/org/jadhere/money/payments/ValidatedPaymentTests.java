package org.jadhere.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.Map;
import org.jadhere.platform.db.Money;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A validated payment is changed by the bank crew only, and its validation is withdrawn with a reason. */
@ActTest
@WithCast
class ValidatedPaymentTests extends PaymentFixture {

    @Test
    void aValidatedPaymentHasNoFormForTheCrew() {
        long payment = given().payment(service, with(PAYMENT.VALIDATED, true));
        String path = "/admin/payments/" + payment;

        assertThat(as("carol").get(path))
                .hasStatus(200)
                .bodyText()
                .doesNotContain("name=\"amount\"")
                .doesNotContain(path + "/deletion");
    }

    @Test
    void theCrewMayNotChangeAValidatedPayment() {
        long payment = given().payment(service, with(PAYMENT.VALIDATED, true));
        String path = "/admin/payments/" + payment;

        assertThat(as("carol").post(path, monthly("1"))).hasStatus(403);
        assertThat(as("carol").post(path + "/deletion", Map.of())).hasStatus(403);
        assertThat(as("carol").post(path + "/validation/withdrawal", Map.of("withdrawal", "moi")))
                .hasStatus(403);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("28"));
    }

    @Test
    void theBankCorrectsAValidatedPayment() {
        String path = "/admin/payments/" + given().payment(service, with(PAYMENT.VALIDATED, true));
        var correction = monthly("29");
        correction.put("reason", "le relevé dit 29");
        assertThat(as("bob").post(path, correction)).hasStatus(302);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.VALIDATED))
                .as("still validated")
                .isTrue();
        var line = db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTION.eq("update"));
        assertThat(line.get(HISTORY.BEFORE).data()).contains("28");
        assertThat(line.get(HISTORY.REASON)).isEqualTo("le relevé dit 29");
    }

    @Test
    void aWithdrawalNeedsAReason() {
        long payment = given().payment(service, with(PAYMENT.VALIDATED, true));
        String act = "/admin/payments/" + payment + "/validation/withdrawal";

        assertThat(as("bob").post(act, Map.of())).hasStatus(422).bodyText().contains("withdrawal-error");
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.VALIDATED)).isTrue();

        assertThat(as("bob").post(act, Map.of("withdrawal", "chèque sans provision")))
                .hasStatus(302);
        assertThat(db().fetchSingle(PAYMENT).get(PAYMENT.VALIDATED)).isFalse();
        assertThat(db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTION.eq("update"))
                        .get(HISTORY.REASON))
                .isEqualTo("chèque sans provision");
    }
}
