package org.jadhere.pages.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentForm;
import org.jadhere.money.payments.PaymentRights;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.money.payments.Payments;
import org.jadhere.money.payments.PriceChange;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.pages.service.ServiceForms.Act;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The part of the page of a service about its payments. */
@Component
public class ServicePayments {

    private final Payments payments;
    private final ServiceTypes types;
    private final Clock clock;

    ServicePayments(Payments payments, ServiceTypes types, Clock clock) {
        this.payments = payments;
        this.types = types;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param payments of all holders, the latest first
     * @param totals of the payments that were due until today
     * @param addable whether the actor may add a payment
     * @param price null without a payment whose price can change
     */
    public record Panel(
            List<Payment> payments,
            PaymentTotals totals,
            boolean addable,
            Form payment,
            @Nullable Form price) {}

    Panel of(Actor actor, Service service, ServiceForms forms) {
        var all = payments.of(actor, service);
        var ofHolder = ofHolder(service, all);
        LocalDate today = LocalDate.now(clock);
        Form price = forms.get(Act.PRICE);
        return new Panel(
                all,
                PaymentTotals.of(all, today),
                PaymentRights.mayAdd(actor, service.type()),
                Objects.requireNonNullElseGet(
                        forms.get(Act.PAYMENT), () -> suggestion(actor, service, ofHolder, today)),
                price != null ? price : PriceChange.form(actor, ofHolder, today).orElse(null));
    }

    /** The payments of the present holder: what another one paid is no price of theirs. */
    private static List<Payment> ofHolder(Service service, List<Payment> payments) {
        var holding = service.holding();
        return holding == null
                ? payments
                : payments.stream()
                        .filter(payment -> Objects.equals(payment.holdingId(), holding.id()))
                        .toList();
    }

    /** The terms of the last payment, or those of the service type for the first one. */
    private Form suggestion(Actor actor, Service service, List<Payment> ofHolder, LocalDate today) {
        return ofHolder.isEmpty()
                ? PaymentForm.suggestion(
                        service, types.find(actor, service.type().id()).orElse(null), today)
                : PaymentForm.renewal(ofHolder.getFirst(), today);
    }
}
