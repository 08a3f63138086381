package org.jadhere.pages.me;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.money.payments.Payments;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.addresses.IpAllocations;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.springframework.stereotype.Component;

/** The services of the user and of the represented organisations, with addresses and payments, in three queries. */
@Component
class OwnServices {

    private final Services services;
    private final IpAllocations allocations;
    private final Payments payments;
    private final Clock clock;

    OwnServices(Services services, IpAllocations allocations, Payments payments, Clock clock) {
        this.services = services;
        this.allocations = allocations;
        this.payments = payments;
        this.clock = clock;
    }

    /** The services by the id of their member. */
    Map<Long, List<OwnAccount.OwnService>> of(Actor actor) {
        var addressesOf = allocations.ownedBy(actor).stream()
                .collect(groupingBy(allocation -> allocation.service().id()));
        var paymentsOf = payments.ownedBy(actor).stream()
                .collect(groupingBy(payment -> payment.service().id()));
        return services.ownedBy(actor).stream()
                .collect(groupingBy(
                        OwnServices::memberId,
                        mapping(service -> ownService(service, addressesOf, paymentsOf), toList())));
    }

    private OwnAccount.OwnService ownService(
            Service service, Map<Long, List<IpAllocation>> addressesOf, Map<Long, List<Payment>> paymentsOf) {
        var ownPayments = paymentsOf.getOrDefault(service.id(), List.of());
        LocalDate today = LocalDate.now(clock);
        return new OwnAccount.OwnService(
                service,
                addressesOf.getOrDefault(service.id(), List.of()),
                ownPayments,
                ownPayments.stream()
                        .filter(payment ->
                                payment.months() > 0 && payment.period().covers(today))
                        .toList(),
                PaymentTotals.of(ownPayments, today));
    }

    private static long memberId(Service service) {
        return Objects.requireNonNull(service.member()).id();
    }
}
