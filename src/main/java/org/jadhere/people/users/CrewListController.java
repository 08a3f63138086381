package org.jadhere.people.users;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of crews, with the form to create one. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class CrewListController {

    private final Crews crews;
    private final CrewBook book;

    CrewListController(Crews crews, CrewBook book) {
        this.crews = crews;
        this.book = book;
    }

    @GetMapping("/admin/crews")
    ModelAndView list() {
        return list(Form.withDefaults(Map.of()));
    }

    private ModelAndView list(Form form) {
        return form.page(pages().peopleUsersCrews(crews.all(), form));
    }

    @PostMapping("/admin/crews")
    ModelAndView create(Actor actor, Form form) {
        String name = CrewForm.name(form);
        var permissions = CrewForm.permissions(form);
        return form.result(() -> book.create(actor, name, permissions, form.idempotencyKey()))
                .map(id -> Redirect.to("/admin/crews/" + id, "done.crew-founded"))
                .orElseGet(() -> list(form));
    }
}
