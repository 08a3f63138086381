package org.jadhere.people.users;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a crew: its permissions and volunteers. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class CrewController {

    private final Crews crews;
    private final CrewBook book;
    private final UserLookup users;

    CrewController(Crews crews, CrewBook book, UserLookup users) {
        this.crews = crews;
        this.book = book;
        this.users = users;
    }

    @GetMapping("/admin/crews/{id}")
    ModelAndView show(@PathVariable long id) {
        var crew = crews.find(id).orElseThrow(NotFoundException::new);
        return page(crew, Form.editing(CrewForm.fields(crew)));
    }

    private ModelAndView page(Crew crew, Form form) {
        return form.page(pages().peopleUsersCrew(crew, crews.volunteersOf(crew), form));
    }

    @PostMapping("/admin/crews/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        String name = CrewForm.name(form);
        var permissions = CrewForm.permissions(form);
        return form.accepts(() -> book.change(actor, id, name, permissions, form.snapshot()))
                ? Redirect.to("/admin/crews/" + id, "done.crew-changed")
                : page(crews.find(id).orElseThrow(NotFoundException::new), form);
    }

    @PostMapping("/admin/crews/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable long id, Form form) {
        return form.accepts(() -> book.delete(actor, id))
                ? Redirect.to("/admin/crews", "done.crew-dissolved")
                : rejected(id, form, "form");
    }

    @PostMapping("/admin/crews/{id}/people")
    ModelAndView addVolunteer(Actor actor, @PathVariable long id, Form form) {
        String typed = form.required("person");
        return form.accepts(() -> book.addVolunteer(actor, id, users.requireSingle(actor, "person", typed)))
                ? Redirect.to("/admin/crews/" + id, "done.crew-joined")
                : rejected(id, form, "person");
    }

    private ModelAndView rejected(long id, Form form, String field) {
        var crew = crews.find(id).orElseThrow(NotFoundException::new);
        var page = Form.editing(CrewForm.fields(crew));
        page.copyField(form, field);
        return page(crew, page);
    }

    @PostMapping("/admin/crews/{id}/people/{userId}/removal")
    ModelAndView removeVolunteer(Actor actor, @PathVariable long id, @PathVariable long userId) {
        book.removeVolunteer(actor, id, userId);
        return Redirect.to("/admin/crews/" + id, "done.crew-left");
    }
}
