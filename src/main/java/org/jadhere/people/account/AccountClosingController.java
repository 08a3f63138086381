package org.jadhere.people.account;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asking for one's account to be closed; and, for crews, those who have asked. */
@Controller
class AccountClosingController {

    private static final String WAITING = "/admin/closings";

    private final AccountClosing closing;

    AccountClosingController(AccountClosing closing) {
        this.closing = closing;
    }

    @AllowedTo(Audience.ACCOUNT_OWNER)
    @GetMapping("/me/closing")
    ModelAndView offer(Actor actor, Form form) {
        var page = new ModelAndView("people/account/closing")
                .addObject("request", closing.of(actor).orElse(null))
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @AllowedTo(Audience.ACCOUNT_OWNER)
    @PostMapping("/me/closing")
    ModelAndView ask(Actor actor, Form form) {
        String message = form.text("message", 5000);
        return form.accepts(() -> closing.ask(actor, message))
                ? Redirect.to("/me/closing", "done.closing-asked")
                : offer(actor, form);
    }

    @AllowedTo(Audience.ACCOUNT_OWNER)
    @PostMapping("/me/closing/withdrawal")
    ModelAndView takeBack(Actor actor) {
        closing.takeBack(actor);
        return Redirect.to("/me", "done.closing-withdrawn");
    }

    @AllowedTo(Audience.CREWS)
    @GetMapping(WAITING)
    ModelAndView list(Actor actor) {
        return list(actor, Form.withDefaults(Map.of()));
    }

    private ModelAndView list(Actor actor, Form form) {
        var page = new ModelAndView("people/account/closings")
                .addObject("requests", closing.waiting(actor))
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    /** Each request has a field of its own on the page. */
    @AllowedTo(Audience.CREWS)
    @PostMapping(WAITING + "/{id}/reply")
    ModelAndView settle(Actor actor, @PathVariable long id, Form form) {
        String reply = form.required("reply-" + id, 5000);
        return form.accepts(() -> closing.settle(actor, id, reply))
                ? Redirect.to(WAITING, "done.closing-settled")
                : list(actor, form);
    }
}
