package org.jadhere.office.joining;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which administrators edit the texts that applicants agree to. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class ConsentController {

    private static final String LIST = "/admin/consents";

    private final Consents consents;

    ConsentController(Consents consents) {
        this.consents = consents;
    }

    @GetMapping(LIST)
    ModelAndView list() {
        return PageView.of(pages().officeJoiningConsents(consents.all()));
    }

    @GetMapping("/admin/consents/new")
    ModelAndView newForm() {
        return page(null, Form.withDefaults(Map.of("required", "yes", "in-use", "yes", "position", "0")));
    }

    @PostMapping(LIST)
    ModelAndView add(Actor actor, Form form) {
        var wanted = Consents.parse(form);
        return form.accepts(() -> consents.add(actor, wanted))
                ? Redirect.to(LIST, "done.consent-saved")
                : page(null, form);
    }

    @GetMapping("/admin/consents/{id}")
    ModelAndView edit(@PathVariable long id) {
        var consent = consents.find(id).orElseThrow(NotFoundException::new);
        return page(id, Form.editing(Consents.fields(consent)));
    }

    @PostMapping("/admin/consents/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var wanted = Consents.parse(form);
        return form.accepts(() -> consents.change(actor, id, wanted, form.snapshot()))
                ? Redirect.to(LIST, "done.consent-saved")
                : page(id, form);
    }

    private static ModelAndView page(@Nullable Long id, Form form) {
        return form.page(pages().officeJoiningConsent(id == null ? LIST : LIST + "/" + id, form));
    }
}
