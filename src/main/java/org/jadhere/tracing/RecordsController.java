package org.jadhere.tracing;

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

/** What the records of allocations cover. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class RecordsController {

    private static final String HERE = "/admin/who-had/records";

    private final Records records;

    RecordsController(Records records) {
        this.records = records;
    }

    @GetMapping(HERE)
    ModelAndView show() {
        return page(kept(), Form.suggesting(Map.of()));
    }

    private Form kept() {
        return Form.about(RecordsForm.fields(records.keptMonths()));
    }

    private ModelAndView page(Form kept, Form gap) {
        var page = new ModelAndView("tracing/records")
                .addObject("kept", kept)
                .addObject("gap", gap)
                .addObject("gaps", records.gaps());
        page.setStatus(kept.hasErrors() ? kept.status() : gap.status());
        return page;
    }

    @PostMapping(HERE)
    ModelAndView keep(Actor actor, Form form) {
        Short months = RecordsForm.months(form);
        return form.accepts(() -> records.keep(actor, months, form.seen()))
                ? Done.at(HERE, "done.records-kept")
                : page(form, Form.suggesting(Map.of()));
    }

    @PostMapping("/admin/who-had/gaps")
    ModelAndView miss(Actor actor, Form form) {
        var gap = RecordsForm.gap(form);
        return gap.isPresent() && form.accepts(() -> records.miss(actor, gap.get()))
                ? Done.at(HERE, "done.gap-noted")
                : page(kept(), form);
    }

    @PostMapping("/admin/who-had/gaps/{id}/deletion")
    ModelAndView missNoMore(Actor actor, @PathVariable long id) {
        records.missNoMore(actor, id);
        return Done.at(HERE, "done.gap-removed");
    }
}
