package org.jadhere.pages.member;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.money.payments.Payments;
import org.jadhere.network.services.Holdings;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the holdings of a member with their payments. */
@Component
class HeldServices {

    private final Holdings holdings;
    private final Payments payments;
    private final Clock clock;

    HeldServices(Holdings holdings, Payments payments, Clock clock) {
        this.holdings = holdings;
        this.payments = payments;
        this.clock = clock;
    }

    /** @param at a past day, whose services and payments are returned; null for all */
    List<HeldService> of(Actor actor, Member member, @Nullable LocalDate at) {
        var paymentsOf = payments.of(actor, member).stream()
                .filter(payment -> MemberStories.shown(payment.period(), at))
                .collect(groupingBy(payment -> Objects.requireNonNull(payment.holdingId())));
        LocalDate day = Objects.requireNonNullElseGet(at, () -> LocalDate.now(clock));
        return holdings.of(actor, member).stream()
                .filter(held -> MemberStories.shown(held.holding().period(), at))
                .map(held -> heldService(held, paymentsOf, day))
                .toList();
    }

    private static HeldService heldService(
            Holdings.OfService held, Map<Long, List<Payment>> paymentsOf, LocalDate day) {
        var ofHolding = paymentsOf.getOrDefault(held.holding().id(), List.of());
        return new HeldService(held.service(), held.holding().period(), ofHolding, PaymentTotals.of(ofHolding, day));
    }
}
