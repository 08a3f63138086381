package org.jadhere.home;

import java.util.List;
import org.jadhere.access.User;
import org.jadhere.addresses.IpAllocation;
import org.jadhere.association.Association;
import org.jadhere.members.Holder;
import org.jadhere.members.Member;
import org.jadhere.members.MembershipFee;
import org.jadhere.members.Organisation;
import org.jadhere.payments.Ledger;
import org.jadhere.payments.Payment;
import org.jadhere.services.Service;

/**
 * What a person sees of themselves.
 *
 * @param association whose instance this is
 * @param memberships their own first, then those of organisations they act for
 */
public record Account(
        User user, Association association, List<Membership> memberships, List<Organisation> organisations) {

    /** One member with its fees and services, the latest first, and how it pays. */
    public record Membership(
            Member member, Standing standing, List<MembershipFee> fees, List<Holding> services, Transfer transfer) {

        /** Whether money is awaited now: no fee covers today, or one was announced by transfer. */
        public boolean isDue() {
            return standing.isUnpaid() || fees.stream().anyMatch(Transfer::isAnnounced);
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
            Ledger ledger) {}

    /** Whether they have joined themselves, now or once. */
    public boolean hasJoined() {
        return memberships.stream()
                .anyMatch(membership -> membership.member().holder().equals(new Holder(Holder.Kind.PERSON, user.id())));
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
