package org.jadhere.people.members;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.users.UserLookup;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An organisation: how to reach it, who acts for it. */
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
        var page = new ModelAndView("people/members/organisation")
                .addObject("organisation", organisation)
                .addObject("representatives", organisations.representativesOf(organisation))
                .addObject("member", members.of(actor, holder).orElse(null))
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @GetMapping("/admin/organisations/new")
    ModelAndView offer() {
        return edit(null, Form.withDefaults(Map.of()));
    }

    @PostMapping("/admin/organisations")
    ModelAndView add(Actor actor, Form form) {
        var wanted = organisation(form);
        return form.result(() -> book.add(actor, wanted, form.idempotencyKey()))
                .map(id -> Redirect.to("/admin/organisations/" + id, "done.organisation-added"))
                .orElseGet(() -> edit(null, form));
    }

    @GetMapping("/admin/organisations/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable long id) {
        var organisation = organisations.find(actor, id).orElseThrow(NotFoundException::new);
        return edit(organisation, Form.editing(organisation.fields()));
    }

    @PostMapping("/admin/organisations/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var organisation = organisations.find(actor, id).orElseThrow(NotFoundException::new);
        var wanted = organisation(form);
        return form.accepts(() -> book.change(actor, id, wanted, form.snapshot()))
                ? Redirect.to("/admin/organisations/" + id, "done.organisation-changed")
                : edit(organisation, form);
    }

    private static Organisation organisation(Form form) {
        return new Organisation(
                0,
                form.required("name", 300),
                form.text("description", 100_000),
                form.text("email", 320),
                form.text("phone", 200),
                form.text("address", 2000));
    }

    private static ModelAndView edit(@Nullable Organisation organisation, Form form) {
        var page = new ModelAndView("people/members/organisation-edit")
                .addObject("organisation", organisation)
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping("/admin/organisations/{id}/representatives")
    ModelAndView authorise(Actor actor, @PathVariable long id, Form form) {
        String typed = form.required("person");
        return form.accepts(() -> book.authorise(actor, id, users.named(actor, "person", typed)))
                ? Redirect.to("/admin/organisations/" + id, "done.representative-added")
                : page(actor, id, form);
    }

    @PostMapping("/admin/organisations/{id}/representatives/{userId}/removal")
    ModelAndView dismiss(Actor actor, @PathVariable long id, @PathVariable long userId) {
        book.dismiss(actor, id, userId);
        return Redirect.to("/admin/organisations/" + id, "done.representative-removed");
    }
}
