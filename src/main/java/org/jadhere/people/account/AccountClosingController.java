package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

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

/** The user's page to request that their account be closed, and the crews' list of such requests. */
@Controller
class AccountClosingController {

    private static final String REQUESTS = "/admin/closings";

    private final AccountClosing closing;

    AccountClosingController(AccountClosing closing) {
        this.closing = closing;
    }

    @AllowedTo(Audience.ACCOUNT_OWNER)
    @GetMapping("/me/closing")
    ModelAndView show(Actor actor, Form form) {
        return form.page(pages().peopleAccountClosing(closing.of(actor).orElse(null), form));
    }

    @AllowedTo(Audience.ACCOUNT_OWNER)
    @PostMapping("/me/closing")
    ModelAndView request(Actor actor, Form form) {
        String message = form.text("message", 5000);
        return form.accepts(() -> closing.request(actor, message))
                ? Redirect.to("/me/closing", "done.closing-asked")
                : show(actor, form);
    }

    @AllowedTo(Audience.ACCOUNT_OWNER)
    @PostMapping("/me/closing/withdrawal")
    ModelAndView withdraw(Actor actor) {
        closing.withdraw(actor);
        return Redirect.to("/me", "done.closing-withdrawn");
    }

    @AllowedTo(Audience.CREWS)
    @GetMapping(REQUESTS)
    ModelAndView list(Actor actor) {
        return list(actor, Form.withDefaults(Map.of()));
    }

    private ModelAndView list(Actor actor, Form form) {
        return form.page(pages().peopleAccountClosings(closing.open(actor), form));
    }

    /** Each request has its own field on the page. */
    @AllowedTo(Audience.CREWS)
    @PostMapping(REQUESTS + "/{id}/reply")
    ModelAndView reply(Actor actor, @PathVariable long id, Form form) {
        String reply = form.required("reply-" + id, 5000);
        return form.accepts(() -> closing.reply(actor, id, reply))
                ? Redirect.to(REQUESTS, "done.closing-settled")
                : list(actor, form);
    }
}
