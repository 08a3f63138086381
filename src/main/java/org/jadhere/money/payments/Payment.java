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
 * What is given for a service.
 *
 * @param months the rhythm: every 1, 2, 3, 6 or 12 months; 0 is once
 * @param period from its first day until the first day no more paid for
 * @param validated the bank crew has seen it on the account; from then on other crews cannot touch it
 */
public record Payment(
        long id,
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

    /** Whether the association has money of it on its account: what is free or not paid never comes. */
    public boolean isReceived() {
        return validated && method.bringsMoney() && !amount.isZero();
    }

    /** Whether it runs, or will run, on days after this one. */
    public boolean isOpenAfter(LocalDate day) {
        return period.end() == null || period.end().isAfter(day.plusDays(1));
    }

    /** The first day after this one, and after its own first, on which it falls due; for payments that come again. */
    public LocalDate nextDue(LocalDate day) {
        LocalDate first = Objects.requireNonNull(period.start());
        long times = Math.max(1, PaymentTotals.timesUntil(this, day));
        return first.plusMonths(times * months);
    }

    /** What is written down of a payment. */
    public record Terms(Money amount, PaymentMethod method, short months, Period period, String note) {

        /** The same on other days. */
        Terms during(Period other) {
            return new Terms(amount, method, months, other, note);
        }
    }
}
