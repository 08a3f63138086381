package org.jadhere.account;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asking for one's account to be closed; and, for crews, those who have asked. */
@Controller
class ClosingPage {

    private static final String WAITING = "/admin/closings";

    private final Closing closing;

    ClosingPage(Closing closing) {
        this.closing = closing;
    }

    @AllowedTo(Audience.THEMSELVES)
    @GetMapping("/me/closing")
    ModelAndView offer(Actor actor, Form form) {
        var page = new ModelAndView("account/closing")
                .addObject("request", closing.of(actor).orElse(null))
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @AllowedTo(Audience.THEMSELVES)
    @PostMapping("/me/closing")
    ModelAndView ask(Actor actor, Form form) {
        String message = form.text("message", 5000);
        return form.accepts(() -> closing.ask(actor, message))
                ? Done.at("/me/closing", "done.closing-asked")
                : offer(actor, form);
    }

    @AllowedTo(Audience.THEMSELVES)
    @PostMapping("/me/closing/withdrawal")
    ModelAndView takeBack(Actor actor) {
        closing.takeBack(actor);
        return Done.at("/me", "done.closing-withdrawn");
    }

    @AllowedTo(Audience.CREWS)
    @GetMapping(WAITING)
    ModelAndView list(Actor actor) {
        return list(actor, Form.suggesting(Map.of()));
    }

    private ModelAndView list(Actor actor, Form form) {
        var page = new ModelAndView("account/closings")
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
                ? Done.at(WAITING, "done.closing-settled")
                : list(actor, form);
    }
}
