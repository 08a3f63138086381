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

/** The user and the organisations that the user represents, as members with fees and services, in five queries. */
@Component
class OwnMembers {

    private final Members members;
    private final MembershipFees fees;
    private final OwnServices services;
    private final Clock clock;

    OwnMembers(Members members, MembershipFees fees, OwnServices services, Clock clock) {
        this.members = members;
        this.fees = fees;
        this.services = services;
        this.clock = clock;
    }

    List<OwnAccount.OwnMember> of(Actor actor, Association.Bank bank) {
        var feesOf = fees.ownedBy(actor).stream()
                .collect(groupingBy(fee -> fee.member().id()));
        var servicesOf = services.of(actor);
        return members.ownedBy(actor).stream()
                .map(member -> ownMember(
                        bank,
                        member,
                        feesOf.getOrDefault(member.id(), List.of()),
                        servicesOf.getOrDefault(member.id(), List.of())))
                .toList();
    }

    private OwnAccount.OwnMember ownMember(
            Association.Bank bank,
            Member member,
            List<MembershipFee> ownFees,
            List<OwnAccount.OwnService> ownServices) {
        LocalDate today = LocalDate.now(clock);
        return new OwnAccount.OwnMember(
                member,
                MembershipStatus.of(member, ownFees, today),
                ownFees,
                ownServices,
                BankTransfer.of(bank, member, ownFees, ownServices));
    }
}
