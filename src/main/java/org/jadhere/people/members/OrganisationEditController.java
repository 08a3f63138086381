package org.jadhere.people.members;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forms to add an organisation and to change its contact details. */
@Controller
@AllowedTo(Audience.CREWS)
class OrganisationEditController {

    private final Organisations organisations;
    private final OrganisationBook book;

    OrganisationEditController(Organisations organisations, OrganisationBook book) {
        this.organisations = organisations;
        this.book = book;
    }

    @GetMapping("/admin/organisations/new")
    ModelAndView blank() {
        return page(null, Form.withDefaults(Map.of()));
    }

    @PostMapping("/admin/organisations")
    ModelAndView add(Actor actor, Form form) {
        var organisation = read(form);
        return form.result(() -> book.add(actor, organisation, form.idempotencyKey()))
                .map(id -> Redirect.to("/admin/organisations/" + id, "done.organisation-added"))
                .orElseGet(() -> page(null, form));
    }

    @GetMapping("/admin/organisations/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable long id) {
        var organisation = organisations.find(actor, id).orElseThrow(NotFoundException::new);
        return page(organisation, Form.editing(organisation.fields()));
    }

    @PostMapping("/admin/organisations/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var current = organisations.find(actor, id).orElseThrow(NotFoundException::new);
        var organisation = read(form);
        return form.accepts(() -> book.change(actor, id, organisation, form.snapshot()))
                ? Redirect.to("/admin/organisations/" + id, "done.organisation-changed")
                : page(current, form);
    }

    private static Organisation read(Form form) {
        return new Organisation(
                0,
                form.required("name", 300),
                form.text("description", 100_000),
                form.text("email", 320),
                form.text("phone", 200),
                form.text("address", 2000));
    }

    private static ModelAndView page(@Nullable Organisation organisation, Form form) {
        return form.page(pages().peopleMembersOrganisationEdit(organisation, form));
    }
}
