package org.jadhere.home;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.access.Actor;
import org.jadhere.addresses.IpAllocations;
import org.jadhere.members.Members;
import org.jadhere.members.MembershipFees;
import org.jadhere.payments.Payments;
import org.jadhere.services.Service;
import org.jadhere.services.Services;
import org.springframework.stereotype.Component;

/** The memberships of a person and of the organisations they act for, with all that hangs on them: five queries. */
@Component
class Memberships {

    private final Members members;
    private final MembershipFees fees;
    private final Services services;
    private final IpAllocations allocations;
    private final Payments payments;

    Memberships(Members members, MembershipFees fees, Services services, IpAllocations allocations, Payments payments) {
        this.members = members;
        this.fees = fees;
        this.services = services;
        this.allocations = allocations;
        this.payments = payments;
    }

    List<Account.Membership> of(Actor actor) {
        var feesOf = fees.ownedBy(actor).stream()
                .collect(groupingBy(fee -> fee.member().id()));
        var holdingsOf = holdings(actor);
        return members.ownedBy(actor).stream()
                .map(member -> new Account.Membership(
                        member,
                        feesOf.getOrDefault(member.id(), List.of()),
                        holdingsOf.getOrDefault(member.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Account.Holding>> holdings(Actor actor) {
        var addressesOf = allocations.ownedBy(actor).stream()
                .collect(groupingBy(allocation -> allocation.service().id()));
        var paymentsOf = payments.ownedBy(actor).stream()
                .collect(groupingBy(payment -> payment.service().id()));
        return services.ownedBy(actor).stream()
                .collect(groupingBy(
                        Memberships::memberId,
                        mapping(service -> Account.Holding.of(service, addressesOf, paymentsOf), toList())));
    }

    private static long memberId(Service service) {
        return Objects.requireNonNull(service.member()).id();
    }
}
