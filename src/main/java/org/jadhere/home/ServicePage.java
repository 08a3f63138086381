package org.jadhere.home;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.addresses.IpAllocations;
import org.jadhere.payments.Payments;
import org.jadhere.services.Services;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A service in one place: member, dates, addresses with their history, payments with their state. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServicePage {

    private final Services services;
    private final IpAllocations allocations;
    private final Payments payments;

    ServicePage(Services services, IpAllocations allocations, Payments payments) {
        this.services = services;
        this.allocations = allocations;
        this.payments = payments;
    }

    /** Notes and addresses are for those who manage the service; the bank sees what concerns money. */
    @GetMapping("/admin/services/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var service = services.find(actor, id).orElseThrow(Missing::new);
        return new ModelAndView("services/service")
                .addObject("service", service)
                .addObject("managed", actor.manages(service.type().id()))
                .addObject("allocations", allocations.of(actor, service))
                .addObject("payments", payments.of(actor, service));
    }
}
