package org.jadhere.money.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jadhere.money.common.PaymentMethod;
import org.junit.jupiter.api.Test;

/** The income of a day: sums, mean, median and their rounding. */
class StatisticsIncomeTests extends StatisticsFixture {

    @Test
    void sumsAreRoundedAtTheEnd() {
        for (int i = 0; i < 3; i++) {
            given.payment(service(), amount("10"), months(12));
        }

        assertThat(line())
                .extracting(Figures.Line::monthlyIncome, Figures.Line::mean, Figures.Line::median)
                .containsExactly(new BigDecimal("2.50"), new BigDecimal("0.83"), new BigDecimal("0.83"));
    }

    @Test
    void halfACentIsRoundedUp() {
        given.payment(service(), amount("0.01"), months(2));

        assertThat(line())
                .extracting(Figures.Line::monthlyIncome, Figures.Line::mean, Figures.Line::median)
                .containsOnly(new BigDecimal("0.01"));
    }

    @Test
    void anEvenMedianIsTheMeanOfTheTwoInTheMiddle() {
        for (String amount : List.of("100", "1", "2", "3.01")) {
            given.payment(service(), amount(amount));
        }

        assertThat(line().median()).isEqualTo("2.51");
        assertThat(line().mean()).isEqualTo("26.50");
    }

    @Test
    void withoutPayingServicesThereIsNoMean() {
        assertThat(line().mean()).isNull();
        assertThat(line().median()).isNull();
        assertThat(line().byMethod()).isEmpty();
    }

    @Test
    void validatedIncomeIsCountedApart() {
        given.payment(service(), amount("30"), with(PAYMENT.VALIDATED, true));
        given.payment(service(), amount("12"));

        assertThat(line().monthlyIncome()).isEqualTo("42.00");
        assertThat(line().validatedIncome()).isEqualTo("30.00");
    }

    @Test
    void incomeIsSplitByMethod() {
        given.payment(service(), amount("3"), method("cash"));
        given.payment(service(), amount("4"), method("transfer"), months(3));
        given.payment(service(), method("free"));
        given.payment(service(), amount("0"), method("cheque"));

        assertThat(line().byMethod())
                .containsExactly(
                        Map.entry(PaymentMethod.TRANSFER, new BigDecimal("1.33")),
                        Map.entry(PaymentMethod.CASH, new BigDecimal("3.00")));
    }
}
