package org.jadhere.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jadhere.platform.db.Money;
import org.jadhere.support.ActTest;
import org.jadhere.support.Given;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A price change ends the running payment the day before and adds one that differs only in its amount. */
@ActTest
@WithCast
class PriceChangeTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private long service;
    private long payment;

    @BeforeEach
    void aServiceThatIsPaid() {
        service = given().service(cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember));
        payment = given().payment(service);
    }

    private String path() {
        return "/admin/services/" + service + "/price";
    }

    private Map<String, String> price(String amount, LocalDate from) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("payment", String.valueOf(payment));
        fields.put("price", amount);
        fields.put("price-from", from.toString());
        fields.put("was.price", "28.00");
        fields.put("was.price-to", "");
        fields.put("once", UUID.randomUUID().toString());
        return fields;
    }

    private List<Record> payments() {
        return db().selectFrom(PAYMENT).orderBy(PAYMENT.STARTS_ON).fetch().stream()
                .map(row -> (Record) row)
                .toList();
    }

    @Test
    void theOldPaymentEndsWhereTheNewOneStarts() {
        assertThat(as("carol").post(path(), price("32,50", NEW_YEAR))).hasStatus(302);

        var both = payments();
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("28"));
        assertThat(both.getFirst().get(PAYMENT.ENDS_ON))
                .as("ends_on is exclusive")
                .isEqualTo(NEW_YEAR);
        var next = both.getLast();
        assertThat(next.get(PAYMENT.AMOUNT)).isEqualTo(Money.parse("32.50"));
        assertThat(next.get(PAYMENT.METHOD)).isEqualTo("standing_order");
        assertThat(next.get(PAYMENT.MONTHS)).isEqualTo((short) 1);
        assertThat(next.get(PAYMENT.STARTS_ON)).isEqualTo(NEW_YEAR);
        assertThat(next.get(PAYMENT.ENDS_ON)).isNull();
        assertThat(next.get(PAYMENT.VALIDATED)).isFalse();
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("payment"), HISTORY.ACTOR.eq("carol")))
                .as("one line for each")
                .hasSize(2);
    }

    @Test
    void theFormProposesTheNextDueDay() {
        assertThat(as("carol").get("/admin/services/" + service))
                .bodyText()
                .contains("name=\"price\" type=\"text\" value=\"28,00\"")
                .containsPattern("name=\"price-from\" type=\"date\" value=\"\\d{4}-\\d{2}-01\"");
    }

    @Test
    void aFormSentTwiceChangesThePriceOnce() {
        var fields = price("32", NEW_YEAR);
        assertThat(as("carol").post(path(), fields)).hasStatus(302);
        assertThat(as("carol").post(path(), fields)).hasStatus(302);
        assertThat(payments()).hasSize(2);
    }

    @Test
    void aConcurrentChangeIsReported() {
        assertThat(as("carol").post(path(), price("32", NEW_YEAR))).hasStatus(302);
        assertThat(as("carol").post(path(), price("35", NEW_YEAR.plusMonths(1))))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"35\"");
        assertThat(payments()).hasSize(2);
    }

    @Test
    void theFirstDayOfThePaymentIsRefused() {
        assertThat(as("carol").post(path(), price("32", Given.START)))
                .hasStatus(422)
                .bodyText()
                .contains("price-from-error");
        assertThat(payments()).hasSize(1);
    }

    @Test
    void theSameOrNoPriceIsRefused() {
        var carol = as("carol");
        assertThat(carol.post(path(), price("28", NEW_YEAR)))
                .hasStatus(422)
                .bodyText()
                .contains("price-error");
        assertThat(carol.post(path(), price("", NEW_YEAR)))
                .hasStatus(422)
                .bodyText()
                .contains("price-error");
        assertThat(carol.post(path(), Map.of())).hasStatus(422);
        assertThat(payments()).hasSize(1);
    }

    @Test
    void aDayAfterThePaymentIsRefused() {
        db().update(PAYMENT).set(PAYMENT.ENDS_ON, NEW_YEAR).execute();
        var late = price("32", NEW_YEAR);
        late.put("was.price-to", "2025-12-31");
        assertThat(as("carol").post(path(), late)).hasStatus(422).bodyText().contains("price-from-error");
        assertThat(payments()).hasSize(1);
    }

    @Test
    void onlyTheBankChangesAValidatedPrice() {
        payment = given().payment(service, with(PAYMENT.VALIDATED, true));

        assertThat(as("carol").post(path(), price("32", NEW_YEAR))).hasStatus(403);
        assertThat(as("bob").post(path(), price("32", NEW_YEAR))).hasStatus(302);

        var corrected = db().fetchSingle(PAYMENT, PAYMENT.ID.eq(payment));
        assertThat(corrected.get(PAYMENT.VALIDATED)).as("still validated").isTrue();
        assertThat(corrected.get(PAYMENT.ENDS_ON)).isEqualTo(NEW_YEAR);
    }

    @Test
    void otherCrewsAndMembersMayNotChangeThePrice() {
        assertThat(as("dave").post(path(), price("32", NEW_YEAR))).hasStatus(404);
        assertThat(as("alice").post(path(), price("32", NEW_YEAR))).hasStatus(403);
        assertThat(payments()).hasSize(1);
    }

    @Test
    void aPaymentOfAnotherServiceIsNotFound() {
        long other = given().service(cast().toulouse);
        assertThat(as("carol").post("/admin/services/" + other + "/price", price("32", NEW_YEAR)))
                .hasStatus(404);
        assertThat(payments()).hasSize(1);
    }
}
