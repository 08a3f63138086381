package org.jadhere.money.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.jadhere.money.common.PaymentMethod;

/**
 * What was to be given until a day, both ends included, in euros: each payment as often as its rhythm says.
 *
 * @param validated confirmed by the bank crew
 * @param waiting announced and not confirmed
 * @param unpaid of those who said that they do not pay; what is free is in none of them
 */
public record PaymentTotals(BigDecimal validated, BigDecimal waiting, BigDecimal unpaid) {

    private static final PaymentTotals EMPTY = new PaymentTotals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public static PaymentTotals of(Collection<Payment> payments, LocalDate until) {
        return total(payments.stream().map(payment -> of(payment, until)).toList());
    }

    public static PaymentTotals total(Collection<PaymentTotals> ledgers) {
        return ledgers.stream().reduce(EMPTY, PaymentTotals::plus);
    }

    private static PaymentTotals of(Payment payment, LocalDate until) {
        BigDecimal sum = payment.amount().euros().multiply(BigDecimal.valueOf(instalments(payment, until)));
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

    /** How often it fell due: on its first day, and each time the months of its rhythm have passed, while it runs. */
    public static long instalments(Payment payment, LocalDate until) {
        LocalDate first = payment.period().start();
        if (first == null || first.isAfter(until)) {
            return 0;
        }
        if (payment.months() == 0) {
            return 1;
        }
        LocalDate lastDay = payment.period().lastDay();
        return timesUntil(payment, lastDay == null || lastDay.isAfter(until) ? until : lastDay);
    }

    /** The same for one that comes again, as if it never ended. */
    static long timesUntil(Payment payment, LocalDate day) {
        LocalDate first = Objects.requireNonNull(payment.period().start());
        long times = 0;
        while (!first.plusMonths(times * payment.months()).isAfter(day)) {
            times++;
        }
        return times;
    }

    private PaymentTotals plus(PaymentTotals other) {
        return new PaymentTotals(validated.add(other.validated), waiting.add(other.waiting), unpaid.add(other.unpaid));
    }

    public boolean isEmpty() {
        return validated.signum() == 0 && waiting.signum() == 0 && unpaid.signum() == 0;
    }
}
