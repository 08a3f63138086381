package org.jadhere.money.fees;

import java.time.LocalDate;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a member pays to be a member for a period.
 *
 * @param covers the days that the fee pays for
 * @param paidOn the day of the payment; null if unknown
 * @param validated whether the bank crew has confirmed it; other crews can no longer change it
 */
public record MembershipFee(
        long id,
        Member.Ref member,
        Money amount,
        PaymentMethod method,
        Period covers,
        @Nullable LocalDate paidOn,
        boolean validated,
        String note) {

    public Terms terms() {
        return new Terms(amount, method, covers, paidOn, note);
    }

    /** Whether the association has received money for it; a free or unpaid fee never brings money. */
    public boolean isReceived() {
        return validated && method.bringsMoney() && !amount.isZero();
    }

    /** The part of a fee that a form sets. */
    public record Terms(
            Money amount,
            PaymentMethod method,
            Period covers,
            @Nullable LocalDate paidOn,
            String note) {}
}
