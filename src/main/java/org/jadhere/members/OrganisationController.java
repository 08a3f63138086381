package org.jadhere.members;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of organisations. */
@Controller
@AllowedTo(Audience.CREWS)
class OrganisationController {

    private final Organisations organisations;

    OrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/admin/organisations")
    ModelAndView list(Actor actor, Form form) {
        var order = Organisations.Order.of(form);
        var page = organisations.page(actor, form.text("q"), order, Keyset.of(form));
        return new ModelAndView("members/organisations", Map.of("form", form, "order", order, "page", page));
    }
}
