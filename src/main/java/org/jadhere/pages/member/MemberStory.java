package org.jadhere.pages.member;

import java.time.LocalDate;
import java.util.List;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipStatus;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a member shows, as far as the actor may see it.
 *
 * @param at a past day whose state is shown; null for today, with all that came before
 * @param periods of membership, the latest first
 * @param status null if the member had not joined on the day
 */
public record MemberStory(
        Member member,
        @Nullable LocalDate at,
        List<Period> periods,
        @Nullable MembershipStatus status,
        HolderAccount holder,
        List<MembershipFee> fees,
        List<HeldService> services) {

    public PaymentTotals total() {
        return PaymentTotals.total(services.stream().map(HeldService::totals).toList());
    }
}
