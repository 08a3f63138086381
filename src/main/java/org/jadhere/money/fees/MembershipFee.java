package org.jadhere.money.fees;

import java.time.LocalDate;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a member pays to be one.
 *
 * @param covers the days it covers
 * @param paidOn the day the money came, where it is known
 * @param validated the bank crew has seen it on the account; from then on other crews cannot touch it
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

    /** Whether the association has money of it on its account: what is free or not paid never comes. */
    public boolean isReceived() {
        return validated && method.bringsMoney() && !amount.isZero();
    }

    /** What is written down of a fee. */
    public record Terms(
            Money amount,
            PaymentMethod method,
            Period covers,
            @Nullable LocalDate paidOn,
            String note) {}
}
