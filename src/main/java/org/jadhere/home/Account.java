package org.jadhere.home;

import java.util.List;
import java.util.Map;
import org.jadhere.access.User;
import org.jadhere.addresses.IpAllocation;
import org.jadhere.members.Member;
import org.jadhere.members.MembershipFee;
import org.jadhere.members.Organisation;
import org.jadhere.payments.Payment;
import org.jadhere.services.Service;

/**
 * What a person sees of themselves.
 *
 * @param memberships their own first, then those of organisations they act for
 */
public record Account(User user, List<Membership> memberships, List<Organisation> organisations) {

    /** One member with its fees and services. */
    public record Membership(Member member, List<MembershipFee> fees, List<Holding> services) {}

    /** One service with the addresses it holds now and all its payments. */
    public record Holding(Service service, List<IpAllocation> addresses, List<Payment> payments) {

        static Holding of(Service service, Map<Long, List<IpAllocation>> addresses, Map<Long, List<Payment>> payments) {
            return new Holding(
                    service,
                    addresses.getOrDefault(service.id(), List.of()),
                    payments.getOrDefault(service.id(), List.of()));
        }
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
