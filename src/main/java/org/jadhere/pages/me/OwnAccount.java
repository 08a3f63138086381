package org.jadhere.pages.me;

import java.util.List;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipStatus;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.services.Service;
import org.jadhere.people.association.Association;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberHolder;
import org.jadhere.people.members.Organisation;
import org.jadhere.people.users.User;

/**
 * What a person sees of themselves.
 *
 * @param association whose instance this is
 * @param memberships their own first, then those of organisations they act for
 */
public record OwnAccount(
        User user, Association association, List<Membership> memberships, List<Organisation> organisations) {

    /** One member with its fees and services, the latest first, and how it pays. */
    public record Membership(
            Member member,
            MembershipStatus standing,
            List<MembershipFee> fees,
            List<Holding> services,
            BankTransfer transfer) {

        /** Whether money is awaited now: no fee covers today, or one was announced by transfer. */
        public boolean isDue() {
            return standing.isUnpaid() || fees.stream().anyMatch(BankTransfer::isAnnounced);
        }
    }

    /**
     * One service with the addresses it holds now.
     *
     * @param payments all of them
     * @param current those that go on today
     * @param ledger what was to be given until today
     */
    public record Holding(
            Service service,
            List<IpAllocation> addresses,
            List<Payment> payments,
            List<Payment> current,
            PaymentTotals ledger) {}

    /** Whether they have joined themselves, now or once. */
    public boolean hasJoined() {
        return memberships.stream()
                .anyMatch(membership ->
                        membership.member().holder().equals(new MemberHolder(MemberHolder.Kind.PERSON, user.id())));
    }

    /** The organisations that are not members (yet). */
    public List<Organisation> others() {
        return organisations.stream()
                .filter(organisation ->
                        memberships.stream().noneMatch(membership -> is(membership.member(), organisation)))
                .toList();
    }

    private static boolean is(Member member, Organisation organisation) {
        return member.isOrganisation() && member.holder().id() == organisation.id();
    }
}
