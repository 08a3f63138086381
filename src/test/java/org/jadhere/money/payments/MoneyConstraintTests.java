package org.jadhere.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The constraints on amounts and days, with one row of each table that starts on 1 January 2025. */
class MoneyConstraintTests {

    private static final CloseableDSLContext DB = TestDatabase.fresh().open();

    @BeforeAll
    static void oneOfEach() {
        var given = new Given(DB);
        given.fee(given.member("alice"));
        given.payment(given.service(given.serviceType("VPN")));
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, euros_not_negative",
        "28.001, euros_whole_cents",
        "28.000, euros_whole_cents",
        "1e-9, euros_whole_cents",
        "NaN, euros_not_absurd",
        "Infinity, euros_not_absurd",
        "-Infinity, euros_not_negative",
        "100000000, euros_not_absurd",
        "0, nothing",
        "28, nothing",
        "28.5, nothing",
        "28.00, nothing",
        "99999999.99, nothing",
    })
    void anAmountIsInEurosAndCents(String amount, String answer) {
        assertThat(refusedBy(() -> DB.execute("update payment set amount = ?::numeric", amount)))
                .isEqualTo(answer);
        assertThat(refusedBy(() -> DB.execute("update membership_fee set amount = ?::numeric", amount)))
                .isEqualTo(answer);
        assertThat(refusedBy(() -> DB.execute("update service_type set usual_amount = ?::numeric", amount)))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "membership_fee, ends_on, membership_fee_dates",
        "payment, ends_on, payment_dates",
        "service, ends_on, service_dates",
        "membership, left_on, membership_dates",
    })
    void anEndIsAfterItsStart(String table, String end, String constraint) {
        assertThat(endOn(table, end, "2024-12-31")).isEqualTo(constraint);
        assertThat(endOn(table, end, "2025-01-01")).isEqualTo(constraint);
        assertThat(endOn(table, end, "2025-01-02")).isEqualTo(NOTHING);
        assertThat(endOn(table, end, "infinity")).isEqualTo("day_finite");
    }

    private static String endOn(String table, String column, String day) {
        return refusedBy(() -> DB.execute("update %s set %s = ?::date".formatted(table, column), day));
    }

    @ParameterizedTest
    @CsvSource({
        "method, 'bitcoin', payment_method",
        "method, '', payment_method",
        "months, 4, payment_months",
        "months, -1, payment_months",
        "months, null, 23502",
        "starts_on, null, 23502",
        "starts_on, '-infinity', day_finite",
    })
    void aPaymentHasAKnownMethodRhythmAndStart(String column, String value, String answer) {
        assertThat(refusedBy(() -> DB.execute("update payment set %s = %s".formatted(column, quoted(value)))))
                .isEqualTo(answer);
    }

    /** The CSV source removes the quotes. */
    private static String quoted(String value) {
        return value.equals("null") || value.matches("-?\\d+") ? value : "'" + value + "'";
    }

    @ParameterizedTest
    @CsvSource({
        "method, bitcoin, membership_fee_method",
        "starts_on, infinity, day_finite",
        "paid_on, infinity, day_finite"
    })
    void aFeeHasAKnownMethodAndDays(String column, String value, String answer) {
        assertThat(refusedBy(() -> DB.execute("update membership_fee set %s = '%s'".formatted(column, value))))
                .isEqualTo(answer);
    }
}
