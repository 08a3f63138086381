package org.jadhere.services;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of services. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServiceController {

    private final Services services;
    private final ServiceTypes types;

    ServiceController(Services services, ServiceTypes types) {
        this.services = services;
        this.types = types;
    }

    @GetMapping("/admin/services")
    ModelAndView list(Actor actor, Form form) {
        var filter = ServiceFilter.of(form);
        return new ModelAndView(
                "services/services",
                Map.of(
                        "actor", actor,
                        "form", form,
                        "order", filter.order(),
                        "types", types.choices(actor),
                        "page", services.page(actor, filter, Keyset.of(form))));
    }
}
