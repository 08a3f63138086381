package org.jadhere.money.payments;

import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.network.services.Service;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for a service.
 *
 * @param holdingId the holding that it belongs to; null only if the service never had a member
 * @param member the member of that holding
 * @param months the rhythm: every 1, 2, 3, 6 or 12 months; 0 means once
 * @param period the days that it pays for, half-open
 * @param validated whether the bank crew has confirmed it; other crews can no longer change it
 */
public record Payment(
        long id,
        @Nullable Long holdingId,
        Service.Ref service,
        Member.@Nullable Ref member,
        Money amount,
        PaymentMethod method,
        short months,
        Period period,
        boolean validated,
        String note) {

    public Terms terms() {
        return new Terms(amount, method, months, period, note);
    }

    /** Whether the association has received money for it; a free or unpaid payment never brings money. */
    public boolean isReceived() {
        return validated && method.bringsMoney() && !amount.isZero();
    }

    /** Whether it is due after this day. One that is due once is due on its first day, also if its period is open. */
    public boolean isOpenAfter(LocalDate day) {
        if (months == 0) {
            return Objects.requireNonNull(period.start()).isAfter(day);
        }
        return period.end() == null || period.end().isAfter(day.plusDays(1));
    }

    /** The first due date after this day and after the first day of the payment. Only for a rhythm above 0. */
    public LocalDate nextDue(LocalDate day) {
        LocalDate first = Objects.requireNonNull(period.start());
        long times = Math.max(1, PaymentTotals.dueDatesUntil(this, day));
        return first.plusMonths(times * months);
    }

    /** The part of a payment that a form sets. */
    public record Terms(Money amount, PaymentMethod method, short months, Period period, String note) {

        Terms withPeriod(Period other) {
            return new Terms(amount, method, months, other, note);
        }
    }
}
