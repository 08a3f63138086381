package org.jadhere.payments;

import org.jadhere.db.Money;
import org.jadhere.db.Period;
import org.jadhere.members.Member;
import org.jadhere.members.PaymentMethod;
import org.jadhere.services.Service;
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

    /** What is written down of a payment. */
    public record Terms(Money amount, PaymentMethod method, short months, Period period, String note) {}
}
