package org.jadhere.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jadhere.access.Actor;
import org.jadhere.addresses.ServiceAddresses;
import org.jadhere.home.ServiceForms.Act;
import org.jadhere.payments.Ending;
import org.jadhere.payments.Ledger;
import org.jadhere.payments.Payment;
import org.jadhere.payments.PaymentForm;
import org.jadhere.payments.PaymentRights;
import org.jadhere.payments.Payments;
import org.jadhere.payments.Repricing;
import org.jadhere.services.Service;
import org.jadhere.services.ServiceForm;
import org.jadhere.services.ServiceRights;
import org.jadhere.services.ServiceTypes;
import org.jadhere.services.Services;
import org.jadhere.web.Form;
import org.jadhere.web.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What stands on the page of a service, for who looks at it. */
@Component
class ServiceView {

    private final Services services;
    private final ServiceTypes types;
    private final ServiceAddresses addresses;
    private final Payments payments;
    private final Clock clock;

    ServiceView(Services services, ServiceTypes types, ServiceAddresses addresses, Payments payments, Clock clock) {
        this.services = services;
        this.types = types;
        this.addresses = addresses;
        this.payments = payments;
        this.clock = clock;
    }

    Service find(Actor actor, long id) {
        return services.find(actor, id).orElseThrow(Missing::new);
    }

    /**
     * Notes and addresses are for those who manage the service; the bank sees what concerns money.
     *
     * @param typed what was not accepted
     */
    ModelAndView page(Actor actor, Service service, ServiceForms typed) {
        var given = payments.of(actor, service);
        var today = LocalDate.now(clock);
        var plan = Ending.Plan.of(actor, given, today);
        var page = new ModelAndView("services/service")
                .addObject("service", service)
                .addObject("managed", actor.manages(service.type().id()))
                .addObject("assignable", ServiceRights.mayAssign(actor, service))
                .addObject("payable", PaymentRights.mayAdd(actor, service.type()))
                .addObject("administrator", actor.superuser())
                .addObject("addresses", addresses.of(actor, service, typed.get(Act.POOL)))
                .addObject("payments", given)
                .addObject("ledger", Ledger.of(given, today))
                .addObject("assignment", or(typed.get(Act.ASSIGNMENT), () -> ServiceForm.assigning(service, today)))
                .addObject("payment", or(typed.get(Act.PAYMENT), () -> suggested(actor, service, given, today)))
                .addObject("price", priceForm(actor, given, today, typed.get(Act.PRICE)))
                .addObject("plan", plan)
                .addObject("ending", endingForm(actor, service, plan, today, typed.get(Act.ENDING)));
        page.setStatus(typed.status());
        return page;
    }

    private static Form or(@Nullable Form typed, Supplier<Form> usual) {
        return typed == null ? usual.get() : typed;
    }

    /** As the last payment; the first as is usual for the type. */
    private Form suggested(Actor actor, Service service, List<Payment> given, LocalDate today) {
        return given.isEmpty()
                ? PaymentForm.suggestion(
                        service, types.find(actor, service.type().id()).orElse(null), today)
                : PaymentForm.likeLast(given.getFirst(), today);
    }

    private static @Nullable Form priceForm(Actor actor, List<Payment> given, LocalDate today, @Nullable Form typed) {
        return typed != null ? typed : Repricing.offer(actor, given, today).orElse(null);
    }

    /** For a service that has begun and goes on after today, and its crew. */
    private static @Nullable Form endingForm(
            Actor actor, Service service, Ending.Plan plan, LocalDate today, @Nullable Form typed) {
        if (typed != null) {
            return Ending.about(typed, plan);
        }
        boolean endable = service.member() != null
                && service.activeOn(today)
                && service.period().end() == null
                && ServiceRights.mayAssign(actor, service);
        return endable ? Ending.offer(service, plan, today) : null;
    }
}
