package org.jadhere.money.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.jadhere.money.common.PaymentMethod;

/**
 * The total that was due until a day, that day included, in euros: each payment as often as its rhythm says.
 * Free payments count in none of the sums.
 *
 * @param validated confirmed by the bank crew
 * @param pending announced and not validated
 * @param unpaid with the method {@link PaymentMethod#UNPAID}
 */
public record PaymentTotals(BigDecimal validated, BigDecimal pending, BigDecimal unpaid) {

    private static final PaymentTotals EMPTY = new PaymentTotals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public static PaymentTotals of(Collection<Payment> payments, LocalDate until) {
        return total(payments.stream().map(payment -> of(payment, until)).toList());
    }

    public static PaymentTotals total(Collection<PaymentTotals> totals) {
        return totals.stream().reduce(EMPTY, PaymentTotals::plus);
    }

    private static PaymentTotals of(Payment payment, LocalDate until) {
        BigDecimal sum = payment.amount().euros().multiply(BigDecimal.valueOf(dueDates(payment, until)));
        if (payment.method() == PaymentMethod.FREE) {
            return EMPTY;
        }
        if (payment.method() == PaymentMethod.UNPAID) {
            return new PaymentTotals(BigDecimal.ZERO, BigDecimal.ZERO, sum);
        }
        return payment.validated()
                ? new PaymentTotals(sum, BigDecimal.ZERO, BigDecimal.ZERO)
                : new PaymentTotals(BigDecimal.ZERO, sum, BigDecimal.ZERO);
    }

    /**
     * The number of due dates until a day, that day included: the first day of the payment and each day after a full
     * rhythm within its period.
     */
    public static long dueDates(Payment payment, LocalDate until) {
        LocalDate first = payment.period().start();
        if (first == null || first.isAfter(until)) {
            return 0;
        }
        if (payment.months() == 0) {
            return 1;
        }
        LocalDate lastDay = payment.period().lastDay();
        return dueDatesUntil(payment, lastDay == null || lastDay.isAfter(until) ? until : lastDay);
    }

    /** The same for a rhythm above 0, without regard to the end of the period. */
    static long dueDatesUntil(Payment payment, LocalDate day) {
        LocalDate first = Objects.requireNonNull(payment.period().start());
        long times = 0;
        while (!first.plusMonths(times * payment.months()).isAfter(day)) {
            times++;
        }
        return times;
    }

    private PaymentTotals plus(PaymentTotals other) {
        return new PaymentTotals(validated.add(other.validated), pending.add(other.pending), unpaid.add(other.unpaid));
    }

    public boolean isEmpty() {
        return validated.signum() == 0 && pending.signum() == 0 && unpaid.signum() == 0;
    }
}
