package org.jadhere.people.members;

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

/** The list of organisations. */
@Controller
@AllowedTo(Audience.CREWS)
class OrganisationListController {

    private final Organisations organisations;

    OrganisationListController(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/admin/organisations")
    ModelAndView list(Actor actor, Form form) {
        var order = Organisations.Order.of(form);
        var page = organisations.page(actor, form.text("q"), order, Keyset.of(form));
        return PageView.of(pages().peopleMembersOrganisations(form, order, page));
    }
}
