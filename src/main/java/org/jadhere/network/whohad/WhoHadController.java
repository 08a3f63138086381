package org.jadhere.network.whohad;

import java.time.Clock;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The box that answers who had an address, and the journal of what was asked. */
@Controller
@AllowedTo(Audience.TRACERS)
class WhoHadController {

    private final WhoHad whoHad;
    private final Questions questions;
    private final Clock clock;

    WhoHadController(WhoHad whoHad, Questions questions, Clock clock) {
        this.whoHad = whoHad;
        this.questions = questions;
        this.clock = clock;
    }

    /** A link may fill the box in; it asks nothing, since whoever asks says why. */
    @GetMapping("/admin/who-had")
    ModelAndView offer(Actor actor, Form form) {
        return page(actor, form, null);
    }

    /** No redirect: an answer is shown once to whom it was given, and whoever wants it again asks again, on the record. */
    @PostMapping("/admin/who-had")
    ModelAndView ask(Actor actor, Form form) {
        var told = WhoHadForm.in(form, clock.instant())
                .map(question -> whoHad.ask(actor, question))
                .orElse(null);
        return page(actor, form, told);
    }

    private static ModelAndView page(Actor actor, Form form, WhoHad.@Nullable Told told) {
        var page = new ModelAndView("network/whohad/who-had")
                .addObject("actor", actor)
                .addObject("form", form)
                .addObject("told", told == null ? null : AnswerText.of(told));
        page.setStatus(form.status());
        return page;
    }

    @GetMapping("/admin/who-had/journal")
    @AllowedTo(Audience.ADMINISTRATORS)
    ModelAndView journal(Actor actor, Form form) {
        return new ModelAndView("network/whohad/question-log")
                .addObject("page", questions.page(actor, Keyset.of(form)))
                .addObject("broken", questions.firstBroken().orElse(null));
    }
}
