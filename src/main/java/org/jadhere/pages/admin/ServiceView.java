package org.jadhere.pages.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentForm;
import org.jadhere.money.payments.PaymentRights;
import org.jadhere.money.payments.PaymentTotals;
import org.jadhere.money.payments.Payments;
import org.jadhere.money.payments.PriceChange;
import org.jadhere.money.payments.ServiceEnd;
import org.jadhere.network.addresses.ServiceAddresses;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceForm;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.network.services.Services;
import org.jadhere.pages.admin.ServiceForms.Act;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
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
        return services.find(actor, id).orElseThrow(NotFoundException::new);
    }

    /**
     * Notes and addresses are for those who manage the service; the bank sees what concerns money.
     *
     * @param typed what was not accepted
     */
    ModelAndView page(Actor actor, Service service, ServiceForms typed) {
        var given = payments.of(actor, service);
        var today = LocalDate.now(clock);
        var plan = ServiceEnd.Plan.of(actor, given, today);
        var page = new ModelAndView("pages/admin/service")
                .addObject("service", service)
                .addObject("managed", actor.manages(service.type().id()))
                .addObject("assignable", ServiceRights.mayAssign(actor, service))
                .addObject("payable", PaymentRights.mayAdd(actor, service.type()))
                .addObject("administrator", actor.superuser())
                .addObject("addresses", addresses.of(actor, service, typed.get(Act.POOL)))
                .addObject("payments", given)
                .addObject("ledger", PaymentTotals.of(given, today))
                .addObject(
                        "assignment", or(typed.get(Act.ASSIGNMENT), () -> ServiceForm.assignmentForm(service, today)))
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
        return typed != null ? typed : PriceChange.offer(actor, given, today).orElse(null);
    }

    /** For a service that has begun and goes on after today, and its crew. */
    private static @Nullable Form endingForm(
            Actor actor, Service service, ServiceEnd.Plan plan, LocalDate today, @Nullable Form typed) {
        if (typed != null) {
            return ServiceEnd.about(typed, plan);
        }
        boolean endable = service.member() != null
                && service.activeOn(today)
                && service.period().end() == null
                && ServiceRights.mayAssign(actor, service);
        return endable ? ServiceEnd.offer(service, plan, today) : null;
    }
}
