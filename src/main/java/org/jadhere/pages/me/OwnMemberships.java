package org.jadhere.pages.me;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipFees;
import org.jadhere.money.fees.MembershipStatus;
import org.jadhere.people.access.Actor;
import org.jadhere.people.association.Association;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.Members;
import org.springframework.stereotype.Component;

/** The memberships of a person and of the organisations they act for, with all that hangs on them: five queries. */
@Component
class OwnMemberships {

    private final Members members;
    private final MembershipFees fees;
    private final OwnServices holdings;
    private final Clock clock;

    OwnMemberships(Members members, MembershipFees fees, OwnServices holdings, Clock clock) {
        this.members = members;
        this.fees = fees;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** @param bank where they pay */
    List<OwnAccount.Membership> of(Actor actor, Association.Bank bank) {
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

    private OwnAccount.Membership membership(
            Association.Bank bank, Member member, List<MembershipFee> paid, List<OwnAccount.Holding> services) {
        LocalDate today = LocalDate.now(clock);
        return new OwnAccount.Membership(
                member,
                MembershipStatus.of(member, paid, today),
                paid,
                services,
                BankTransfer.of(bank, member, paid, services));
    }
}
