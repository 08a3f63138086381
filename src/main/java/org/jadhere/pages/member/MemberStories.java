package org.jadhere.pages.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipFees;
import org.jadhere.money.fees.MembershipStatus;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.Memberships;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of a member shows, today or on a past day. */
@Component
class MemberStories {

    private final Memberships memberships;
    private final MembershipFees fees;
    private final HeldServices services;
    private final HolderAccounts accounts;
    private final Clock clock;

    MemberStories(
            Memberships memberships, MembershipFees fees, HeldServices services, HolderAccounts accounts, Clock clock) {
        this.memberships = memberships;
        this.fees = fees;
        this.services = services;
        this.accounts = accounts;
        this.clock = clock;
    }

    MemberStory of(Actor actor, Member member, @Nullable LocalDate at) {
        var periods = memberships.of(member);
        var memberFees = fees.of(actor, member);
        LocalDate day = Objects.requireNonNullElseGet(at, () -> LocalDate.now(clock));
        return new MemberStory(
                member,
                at,
                periods,
                status(member, periods, memberFees, day),
                accounts.of(actor, member.holder()),
                memberFees.stream().filter(fee -> shown(fee.covers(), at)).toList(),
                services.of(actor, member, at));
    }

    /** Everything today; on a past day, what covered it. */
    static boolean shown(Period period, @Nullable LocalDate at) {
        return at == null || period.covers(at);
    }

    private static @Nullable MembershipStatus status(
            Member member, List<Period> periods, List<MembershipFee> fees, LocalDate day) {
        return periods.stream()
                .filter(period -> !Objects.requireNonNull(period.start()).isAfter(day))
                .findFirst()
                .map(period -> MembershipStatus.of(member.during(period), fees, day))
                .orElse(null);
    }
}
