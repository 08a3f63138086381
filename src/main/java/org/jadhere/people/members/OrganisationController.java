package org.jadhere.people.members;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.users.UserLookup;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of an organisation: its contact details and representatives. */
@Controller
@AllowedTo(Audience.CREWS)
class OrganisationController {

    private final Organisations organisations;
    private final OrganisationBook book;
    private final Members members;
    private final UserLookup users;

    OrganisationController(Organisations organisations, OrganisationBook book, Members members, UserLookup users) {
        this.organisations = organisations;
        this.book = book;
        this.members = members;
        this.users = users;
    }

    @GetMapping("/admin/organisations/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        return page(actor, id, Form.withDefaults(Map.of()));
    }

    private ModelAndView page(Actor actor, long id, Form form) {
        var organisation = organisations.find(actor, id).orElseThrow(NotFoundException::new);
        var holder = new MemberHolder(MemberHolder.Kind.ORGANISATION, id);
        return form.page(pages().peopleMembersOrganisation(
                        organisation,
                        organisations.representativesOf(organisation),
                        members.of(actor, holder).orElse(null),
                        book.mayNameRepresentatives(actor, id),
                        form));
    }

    @PostMapping("/admin/organisations/{id}/representatives")
    ModelAndView addRepresentative(Actor actor, @PathVariable long id, Form form) {
        String typed = form.required("person");
        return form.accepts(() -> book.addRepresentative(actor, id, users.requireSingle(actor, "person", typed)))
                ? Redirect.to("/admin/organisations/" + id, "done.representative-added")
                : page(actor, id, form);
    }

    @PostMapping("/admin/organisations/{id}/representatives/{userId}/removal")
    ModelAndView removeRepresentative(Actor actor, @PathVariable long id, @PathVariable long userId) {
        book.removeRepresentative(actor, id, userId);
        return Redirect.to("/admin/organisations/" + id, "done.representative-removed");
    }
}
