package org.jadhere.network.whohad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jadhere.jte.Pages.pages;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.cli.CommandException;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of the question who had an address, and the journal of questions. */
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

    /** A link may fill in the form, but never asks: the reason is required. */
    @GetMapping("/admin/who-had")
    ModelAndView show(Actor actor, Form form) {
        return page(actor, form, null);
    }

    /** No redirect: the answer is shown once; to see it again, the user asks again, which is recorded. */
    @PostMapping("/admin/who-had")
    ModelAndView ask(Actor actor, Form form) {
        var recorded = WhoHadForm.in(form, clock.instant())
                .map(question -> whoHad.ask(actor, question))
                .orElse(null);
        return page(actor, form, recorded);
    }

    private static ModelAndView page(Actor actor, Form form, WhoHad.@Nullable RecordedAnswer recorded) {
        return form.page(
                pages().networkWhohadWhoHad(actor, form, recorded == null ? null : AnswerText.of(recorded), List.of()));
    }

    /**
     * The questions of a list, pasted or in a file, which is read if both are given. A faulty line refuses the whole list,
     * and no question is recorded.
     */
    @PostMapping("/admin/who-had/list")
    ModelAndView askList(Actor actor, Form form, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file != null && !file.isEmpty()) {
            form.with("list", new String(file.getBytes(), UTF_8));
        }
        String csv = form.required("list");
        String reason = form.required("list-reason", 2000);
        List<ListedAnswer> answers = form.hasErrors() ? List.of() : answers(actor, form, csv, reason);
        return form.page(pages().networkWhohadWhoHad(actor, form, null, answers));
    }

    private List<ListedAnswer> answers(Actor actor, Form form, String csv, String reason) {
        try {
            return whoHad.ask(actor, QuestionList.read(csv, reason, clock.instant())).stream()
                    .map(recorded -> new ListedAnswer(recorded.question(), AnswerText.of(recorded)))
                    .toList();
        } catch (CommandException refused) {
            form.reject("list", "trace.list.refused", String.valueOf(refused.getMessage()));
            return List.of();
        }
    }

    @GetMapping("/admin/who-had/journal")
    @AllowedTo(Audience.ADMINISTRATORS)
    ModelAndView journal(Actor actor, Form form) {
        return PageView.of(pages().networkWhohadQuestionLog(
                        questions.page(actor, Keyset.of(form)),
                        questions.firstBroken().orElse(null)));
    }
}
