package org.jadhere.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.addresses.ServiceAddresses;
import org.jadhere.payments.Ledger;
import org.jadhere.payments.PaymentForm;
import org.jadhere.payments.PaymentRights;
import org.jadhere.payments.Payments;
import org.jadhere.services.Service;
import org.jadhere.services.ServiceForm;
import org.jadhere.services.ServiceRights;
import org.jadhere.services.ServiceTypes;
import org.jadhere.services.Services;
import org.jadhere.web.Form;
import org.jadhere.web.Missing;
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

    /** What is usual for the type; for whom the type is not to see, nothing in particular. */
    private Form suggestedPayment(Actor actor, Service service, boolean first) {
        return types.find(actor, service.type().id())
                .map(type -> PaymentForm.suggestion(service, type, first, LocalDate.now(clock)))
                .orElseGet(() -> Form.suggesting(
                        Map.of("months", "1", "from", LocalDate.now(clock).toString())));
    }

    /**
     * Notes and addresses are for those who manage the service; the bank sees what concerns money.
     *
     * @param typed what was not accepted
     */
    ModelAndView page(Actor actor, Service service, ServiceForms typed) {
        var given = payments.of(actor, service);
        var assignment = typed.assignment() == null ? Form.about(ServiceForm.assignment(service)) : typed.assignment();
        var payment = typed.payment() == null ? suggestedPayment(actor, service, given.isEmpty()) : typed.payment();
        var page = new ModelAndView("services/service")
                .addObject("service", service)
                .addObject("managed", actor.manages(service.type().id()))
                .addObject("assignable", ServiceRights.mayAssign(actor, service))
                .addObject("payable", PaymentRights.mayAdd(actor, service.type()))
                .addObject("administrator", actor.superuser())
                .addObject("addresses", addresses.of(actor, service, typed.pool()))
                .addObject("payments", given)
                .addObject("ledger", Ledger.of(given, LocalDate.now(clock)))
                .addObject("assignment", assignment)
                .addObject("payment", payment);
        page.setStatus(typed.status());
        return page;
    }
}
