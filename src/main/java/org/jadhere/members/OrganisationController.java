package org.jadhere.members;

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

/** The organisations: list and page. */
@Controller
@AllowedTo(Audience.CREWS)
class OrganisationController {

    private final Organisations organisations;
    private final Members members;

    OrganisationController(Organisations organisations, Members members) {
        this.organisations = organisations;
        this.members = members;
    }

    @GetMapping("/admin/organisations")
    ModelAndView list(Actor actor, Form form) {
        var order = Organisations.Order.of(form);
        var page = organisations.page(actor, form.text("q"), order, Keyset.of(form));
        return new ModelAndView("members/organisations", Map.of("form", form, "order", order, "page", page));
    }

    @GetMapping("/admin/organisations/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var organisation = organisations.find(actor, id).orElseThrow(Missing::new);
        return new ModelAndView("members/organisation")
                .addObject("organisation", organisation)
                .addObject("representatives", organisations.representativesOf(organisation))
                .addObject(
                        "member",
                        members.of(actor, new Holder(Holder.Kind.ORGANISATION, id))
                                .orElse(null));
    }
}
