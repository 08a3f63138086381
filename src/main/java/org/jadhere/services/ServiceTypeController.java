package org.jadhere.services;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The kinds of service: list and page. */
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
                "services/types", Map.of("order", order, "page", types.page(actor, order, Keyset.of(form))));
    }

    @GetMapping("/admin/service-types/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        return new ModelAndView("services/type", "type", types.find(actor, id).orElseThrow(Missing::new));
    }
}
