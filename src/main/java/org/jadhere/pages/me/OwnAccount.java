package org.jadhere.pages.me;

import java.util.List;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipStatus;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.services.Holdings;
import org.jadhere.people.association.Association;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberHolder;
import org.jadhere.people.members.Organisation;
import org.jadhere.people.users.User;

/**
 * What the page of a user's own account shows.
 *
 * @param members the user, if a member, then the organisations that the user represents
 */
public record OwnAccount(
        User user, Association association, List<OwnMember> members, List<Organisation> organisations) {

    /** A member with its fees and services, the latest first, and its next bank transfer. */
    public record OwnMember(
            Member member,
            MembershipStatus status,
            List<MembershipFee> fees,
            List<OwnService> services,
            BankTransfer transfer) {

        /** Whether a transfer is due: no fee covers today, or a fee was announced by transfer. */
        public boolean isDue() {
            return status.isUnpaid() || fees.stream().anyMatch(BankTransfer::isAnnounced);
        }
    }

    /**
     * A service that the member holds or held.
     *
     * @param addresses the current ones; none after the holding
     * @param payments all payments of the holding, the latest first
     * @param current the recurring payments that cover today
     * @param totals the totals that were due until today
     */
    public record OwnService(
            Holdings.OfService held,
            List<IpAllocation> addresses,
            List<Payment> payments,
            List<Payment> current,
            PaymentTotals totals) {}

    /** Whether the user is or was a member in person. */
    public boolean hasJoined() {
        return members.stream()
                .anyMatch(own -> own.member().holder().equals(new MemberHolder(MemberHolder.Kind.PERSON, user.id())));
    }

    /** The organisations that are not members. */
    public List<Organisation> otherOrganisations() {
        return organisations.stream()
                .filter(organisation -> members.stream().noneMatch(own -> is(own.member(), organisation)))
                .toList();
    }

    private static boolean is(Member member, Organisation organisation) {
        return member.isOrganisation() && member.holder().id() == organisation.id();
    }
}
