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

/** The list of the kinds of service. */
@Controller
@AllowedTo(Audience.CREWS)
class ServiceTypeController {

    private final ServiceTypes types;

    ServiceTypeController(ServiceTypes types) {
        this.types = types;
    }

    @GetMapping("/admin/service-types")
    ModelAndView list(Actor actor, Form form) {
        var order = ServiceTypes.Order.of(form);
        return new ModelAndView(
                "services/types",
                Map.of("order", order, "page", types.page(actor, order, Keyset.of(form)), "actor", actor));
    }
}
