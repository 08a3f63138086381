package org.jadhere.network.services;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of service types. */
@Controller
@AllowedTo(Audience.CREWS)
class ServiceTypeListController {

    private final ServiceTypes types;

    ServiceTypeListController(ServiceTypes types) {
        this.types = types;
    }

    @GetMapping("/admin/service-types")
    ModelAndView list(Actor actor, Form form) {
        var order = ServiceTypes.Order.of(form);
        return PageView.of(pages().networkServicesTypes(actor, order, types.page(actor, order, Keyset.of(form))));
    }
}
