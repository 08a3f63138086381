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

/** The services of a person and of the organisations they act for, with all that hangs on them: three queries. */
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

    /** By the id of the member that has them. */
    Map<Long, List<OwnAccount.Holding>> of(Actor actor) {
        var addressesOf = allocations.ownedBy(actor).stream()
                .collect(groupingBy(allocation -> allocation.service().id()));
        var paymentsOf = payments.ownedBy(actor).stream()
                .collect(groupingBy(payment -> payment.service().id()));
        return services.ownedBy(actor).stream()
                .collect(groupingBy(
                        OwnServices::memberId,
                        mapping(service -> holding(service, addressesOf, paymentsOf), toList())));
    }

    private OwnAccount.Holding holding(
            Service service, Map<Long, List<IpAllocation>> addressesOf, Map<Long, List<Payment>> paymentsOf) {
        var given = paymentsOf.getOrDefault(service.id(), List.of());
        LocalDate today = LocalDate.now(clock);
        return new OwnAccount.Holding(
                service,
                addressesOf.getOrDefault(service.id(), List.of()),
                given,
                given.stream()
                        .filter(payment ->
                                payment.months() > 0 && payment.period().covers(today))
                        .toList(),
                PaymentTotals.of(given, today));
    }

    private static long memberId(Service service) {
        return Objects.requireNonNull(service.member()).id();
    }
}
