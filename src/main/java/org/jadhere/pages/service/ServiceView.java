package org.jadhere.pages.service;

import static org.jadhere.jte.Pages.pages;

import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.network.addresses.ServiceAddresses;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceForm;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.network.services.Services;
import org.jadhere.pages.service.ServiceForms.Act;
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
    private final ServiceHolders holders;
    private final ServiceAddresses addresses;
    private final ServicePayments payments;
    private final Clock clock;

    ServiceView(
            Services services,
            ServiceHolders holders,
            ServiceAddresses addresses,
            ServicePayments payments,
            Clock clock) {
        this.services = services;
        this.holders = holders;
        this.addresses = addresses;
        this.payments = payments;
        this.clock = clock;
    }

    Service find(Actor actor, long id) {
        return services.find(actor, id).orElseThrow(NotFoundException::new);
    }

    /** Notes and addresses are shown to users who manage the service; the bank crew sees only its payments. */
    ModelAndView page(Actor actor, Service service, ServiceForms forms) {
        return PageView.of(
                pages().pagesServiceService(
                                service,
                                actor.manages(service.type().id()),
                                ServiceRights.mayAssign(actor, service),
                                actor.superuser(),
                                holders.of(actor, service, forms.get(Act.UNDO)),
                                addresses.of(actor, service, forms.get(Act.NEXT_ADDRESS)),
                                payments.of(actor, service, forms),
                                assignmentForm(service, forms.get(Act.ASSIGNMENT))),
                forms.status());
    }

    private Form assignmentForm(Service service, @Nullable Form rejected) {
        return rejected != null ? rejected : ServiceForm.assignmentForm(service, LocalDate.now(clock));
    }
}
