package org.jadhere.money.payments;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jadhere.network.addresses.AddressReturn;
import org.jadhere.network.services.Holding;
import org.jadhere.network.services.HoldingBook;
import org.jadhere.network.services.HoldingBook.Ended;
import org.jadhere.network.services.Service;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes who holds a service, and ends the running payments of a holding that ends by it, in one transaction. What the
 * actor may not change, such as validated payments for a crew, runs on until the bank crew ends it.
 */
@Component
public class HolderChanges {

    private final HoldingBook holdings;
    private final Payments payments;
    private final PaymentEnd paymentEnd;
    private final AddressReturn addresses;
    private final Clock clock;

    HolderChanges(
            HoldingBook holdings, Payments payments, PaymentEnd paymentEnd, AddressReturn addresses, Clock clock) {
        this.holdings = holdings;
        this.payments = payments;
        this.paymentEnd = paymentEnd;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * The payments of a holding that have days after today, by what its end does to them.
     *
     * @param ending payments that end with the holding
     * @param running validated payments, which only the bank crew may change
     */
    public record Plan(List<Payment> ending, List<Payment> running) {

        static Plan of(Actor actor, List<Payment> payments, LocalDate today) {
            Predicate<Payment> changeable = payment -> PaymentRights.mayChange(actor, payment);
            var open = payments.stream()
                    .filter(payment -> payment.isOpenAfter(today))
                    .toList();
            return new Plan(
                    open.stream().filter(changeable).toList(),
                    open.stream().filter(changeable.negate()).toList());
        }

        /** The ids of the ending payments, for a hidden form field. */
        public String expected() {
            return ending.stream().map(payment -> String.valueOf(payment.id())).collect(joining(" "));
        }
    }

    /** The plan for the end of the present holding; empty lists for a service without one. */
    public Plan plan(Actor actor, Service service) {
        return plan(actor, service.holding());
    }

    /** The plan for the end of the service, which ends its last holding. */
    public Plan planOfEnd(Actor actor, Service service) {
        return plan(actor, holdings.last(actor, service).orElse(null));
    }

    private Plan plan(Actor actor, @Nullable Holding holding) {
        return Plan.of(actor, holding == null ? List.of() : payments.of(actor, holding), LocalDate.now(clock));
    }

    /**
     * The end of a holding, as a form asks for it.
     *
     * @param addressesToo takes the addresses of the service back as well; only administrators may
     * @param expected the payments that the form showed as ending; if they have changed, nothing is done
     */
    public record End(LocalDate lastDay, boolean addressesToo, String expected, FormSnapshot snapshot) {}

    /** As {@link HoldingBook#handOver}, from the day after the last one. Returns the payments that run on. */
    @Transactional
    public List<Payment> handOver(Actor actor, Service service, Member.Ref member, End end) {
        requireExpected(plan(actor, service), end);
        LocalDate firstDay = end.lastDay().plusDays(1);
        var ended = holdings.handOver(actor, service.id(), member, firstDay, end.snapshot());
        return finish(actor, service, end, Optional.of(ended));
    }

    /** As {@link HoldingBook#pause}. Returns the payments that run on. */
    @Transactional
    public List<Payment> pause(Actor actor, Service service, End end) {
        requireExpected(plan(actor, service), end);
        var ended = holdings.pause(actor, service.id(), end.lastDay(), end.snapshot());
        return finish(actor, service, end, Optional.of(ended));
    }

    /** As {@link HoldingBook#terminate}. Returns the payments that run on. */
    @Transactional
    public List<Payment> terminate(Actor actor, Service service, End end) {
        requireExpected(planOfEnd(actor, service), end);
        return finish(actor, service, end, holdings.terminate(actor, service.id(), end.lastDay(), end.snapshot()));
    }

    private List<Payment> finish(Actor actor, Service service, End end, Optional<Ended> ended) {
        if (end.addressesToo()) {
            addresses.takeBack(actor, service, end.lastDay());
        }
        return ended.map(holding -> paymentEnd.of(actor, holding)).orElse(List.of());
    }

    private static void requireExpected(Plan plan, End end) {
        if (!plan.expected().equals(end.expected())) {
            throw new RuleViolationException("form", "error.ending-changed");
        }
    }
}
