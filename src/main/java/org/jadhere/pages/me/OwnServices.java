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
import org.jadhere.network.services.Holdings;
import org.jadhere.people.access.Actor;
import org.springframework.stereotype.Component;

/** The holdings of the user and of the represented organisations, with addresses and payments, in three queries. */
@Component
class OwnServices {

    private final Holdings holdings;
    private final IpAllocations allocations;
    private final Payments payments;
    private final Clock clock;

    OwnServices(Holdings holdings, IpAllocations allocations, Payments payments, Clock clock) {
        this.holdings = holdings;
        this.allocations = allocations;
        this.payments = payments;
        this.clock = clock;
    }

    /** The holdings by the id of their member: present ones first, former ones with what was paid in their days. */
    Map<Long, List<OwnAccount.OwnService>> of(Actor actor) {
        var addressesOf = allocations.heldBy(actor).stream()
                .collect(groupingBy(allocation -> allocation.service().id()));
        var paymentsOf = payments.ownedBy(actor).stream()
                .collect(groupingBy(payment -> Objects.requireNonNull(payment.holdingId())));
        return holdings.ownedBy(actor).stream()
                .collect(groupingBy(
                        held -> held.holding().member().id(),
                        mapping(held -> ownService(held, addressesOf, paymentsOf), toList())));
    }

    /** Only the present holder sees the addresses. */
    private OwnAccount.OwnService ownService(
            Holdings.OfService held, Map<Long, List<IpAllocation>> addressesOf, Map<Long, List<Payment>> paymentsOf) {
        var ownPayments = paymentsOf.getOrDefault(held.holding().id(), List.of());
        LocalDate today = LocalDate.now(clock);
        return new OwnAccount.OwnService(
                held,
                held.holding().covers(today)
                        ? addressesOf.getOrDefault(held.service().id(), List.of())
                        : List.of(),
                ownPayments,
                ownPayments.stream()
                        .filter(payment ->
                                payment.months() > 0 && payment.period().covers(today))
                        .toList(),
                PaymentTotals.of(ownPayments, today));
    }
}
