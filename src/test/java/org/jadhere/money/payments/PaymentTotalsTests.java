package org.jadhere.money.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceType;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The total due until a day: each payment as often as it fell due. */
class PaymentTotalsTests {

    private static Payment payment(
            String amount, PaymentMethod method, int months, String first, @Nullable String last, boolean validated) {
        return new Payment(
                1,
                1L,
                new Service.Ref(1, "", new ServiceType.Ref(1, "")),
                null,
                Money.parse(amount),
                method,
                (short) months,
                Period.ofDays(LocalDate.parse(first), last == null ? null : LocalDate.parse(last)),
                validated,
                "");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-01-31, , 2026-02-27, 1",
        "1, 2026-01-31, , 2026-02-28, 2", // due on the last day of February instead of the 31st
        "1, 2026-01-31, , 2026-03-30, 2",
        "1, 2026-01-31, , 2026-03-31, 3",
        "12, 2024-02-29, , 2025-02-28, 2",
        "3, 2026-01-01, 2026-06-30, 2027-01-01, 2",
        "3, 2026-01-01, 2026-07-01, 2027-01-01, 3",
        "1, 2026-01-01, 2026-01-01, 2027-01-01, 1",
        "0, 2026-01-01, , 2027-01-01, 1",
        "0, 2026-01-02, , 2026-01-01, 0",
        "6, 2026-05-01, , 2026-04-30, 0"
    })
    void aPaymentIsDueOnItsFirstDayAndAtItsRhythm(
            int months, String first, @Nullable String last, String until, long times) {
        var payment = payment("10", PaymentMethod.TRANSFER, months, first, last, false);
        assertThat(PaymentTotals.dueDates(payment, LocalDate.parse(until))).isEqualTo(times);
    }

    @Test
    void totalsAreSplitByStateWithoutFreePayments() {
        var totals = PaymentTotals.of(
                List.of(
                        payment("28.35", PaymentMethod.TRANSFER, 1, "2026-01-01", null, true),
                        payment("30", PaymentMethod.CHEQUE, 0, "2026-01-01", null, false),
                        payment("5", PaymentMethod.UNPAID, 1, "2026-03-01", null, false),
                        payment("9", PaymentMethod.FREE, 1, "2026-01-01", null, true)),
                LocalDate.of(2026, 3, 31));

        assertThat(totals.validated()).isEqualByComparingTo(new BigDecimal("85.05"));
        assertThat(totals.pending()).isEqualByComparingTo("30");
        assertThat(totals.unpaid()).isEqualByComparingTo("5");
        assertThat(PaymentTotals.of(List.of(), LocalDate.EPOCH).isEmpty()).isTrue();
    }
}
