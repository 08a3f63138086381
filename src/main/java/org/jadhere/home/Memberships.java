package org.jadhere.home;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jadhere.access.Actor;
import org.jadhere.association.Association;
import org.jadhere.members.Member;
import org.jadhere.members.Members;
import org.jadhere.members.MembershipFee;
import org.jadhere.members.MembershipFees;
import org.springframework.stereotype.Component;

/** The memberships of a person and of the organisations they act for, with all that hangs on them: five queries. */
@Component
class Memberships {

    private final Members members;
    private final MembershipFees fees;
    private final Holdings holdings;
    private final Clock clock;

    Memberships(Members members, MembershipFees fees, Holdings holdings, Clock clock) {
        this.members = members;
        this.fees = fees;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** @param bank where they pay */
    List<Account.Membership> of(Actor actor, Association.Bank bank) {
        var feesOf = fees.ownedBy(actor).stream()
                .collect(groupingBy(fee -> fee.member().id()));
        var holdingsOf = holdings.of(actor);
        return members.ownedBy(actor).stream()
                .map(member -> membership(
                        bank,
                        member,
                        feesOf.getOrDefault(member.id(), List.of()),
                        holdingsOf.getOrDefault(member.id(), List.of())))
                .toList();
    }

    private Account.Membership membership(
            Association.Bank bank, Member member, List<MembershipFee> paid, List<Account.Holding> services) {
        LocalDate today = LocalDate.now(clock);
        return new Account.Membership(
                member, Standing.of(member, paid, today), paid, services, Transfer.of(bank, member, paid, services));
    }
}
