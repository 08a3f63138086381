package org.jadhere.pages.admin;

import static org.jadhere.jte.Pages.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.jadhere.platform.web.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Builds the page of a service, as far as the actor may see it. */
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

    /** Notes and addresses are shown to users who manage the service; the bank crew sees only its payments. */
    ModelAndView page(Actor actor, Service service, ServiceForms forms) {
        var servicePayments = payments.of(actor, service);
        var today = LocalDate.now(clock);
        var plan = ServiceEnd.Plan.of(actor, servicePayments, today);
        return PageView.of(
                pages().pagesAdminService(
                                service,
                                actor.manages(service.type().id()),
                                ServiceRights.mayAssign(actor, service),
                                PaymentRights.mayAdd(actor, service.type()),
                                actor.superuser(),
                                addresses.of(actor, service, forms.get(Act.NEXT_ADDRESS)),
                                servicePayments,
                                PaymentTotals.of(servicePayments, today),
                                assignmentForm(service, today, forms.get(Act.ASSIGNMENT)),
                                paymentForm(actor, service, servicePayments, today, forms.get(Act.PAYMENT)),
                                priceForm(actor, servicePayments, today, forms.get(Act.PRICE)),
                                terminationForm(actor, service, plan, today, forms.get(Act.TERMINATION)),
                                plan),
                forms.status());
    }

    private static Form assignmentForm(Service service, LocalDate today, @Nullable Form rejected) {
        return rejected != null ? rejected : ServiceForm.assignmentForm(service, today);
    }

    /** Suggests the terms of the last payment, or those of the service type for the first payment. */
    private Form paymentForm(
            Actor actor, Service service, List<Payment> servicePayments, LocalDate today, @Nullable Form rejected) {
        if (rejected != null) {
            return rejected;
        }
        return servicePayments.isEmpty()
                ? PaymentForm.suggestion(
                        service, types.find(actor, service.type().id()).orElse(null), today)
                : PaymentForm.renewal(servicePayments.getFirst(), today);
    }

    private static @Nullable Form priceForm(
            Actor actor, List<Payment> servicePayments, LocalDate today, @Nullable Form rejected) {
        return rejected != null
                ? rejected
                : PriceChange.form(actor, servicePayments, today).orElse(null);
    }

    /** Null unless the service is active without an end and the actor may change it. */
    private static @Nullable Form terminationForm(
            Actor actor, Service service, ServiceEnd.Plan plan, LocalDate today, @Nullable Form rejected) {
        if (rejected != null) {
            return ServiceEnd.rejected(rejected, plan);
        }
        boolean terminable = service.member() != null
                && service.activeOn(today)
                && service.period().end() == null
                && ServiceRights.mayAssign(actor, service);
        return terminable ? ServiceEnd.form(service, plan, today) : null;
    }
}
