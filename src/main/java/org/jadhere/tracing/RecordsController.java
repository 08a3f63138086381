package org.jadhere.tracing;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.retention.Erasing;
import org.jadhere.retention.Erasures;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
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
    private final Erasing erasing;
    private final Erasures erasures;

    RecordsController(Records records, Erasing erasing, Erasures erasures) {
        this.records = records;
        this.erasing = erasing;
        this.erasures = erasures;
    }

    @GetMapping(HERE)
    ModelAndView show(Actor actor, Form place) {
        return page(actor, place, kept(), Form.suggesting(Map.of()));
    }

    private Form kept() {
        return Form.about(RecordsForm.fields(records.keptMonths()));
    }

    private ModelAndView page(Actor actor, Form place, Form kept, Form gap) {
        var page = new ModelAndView("tracing/records")
                .addObject("kept", kept)
                .addObject("expired", erasing.expired())
                .addObject("erasures", erasures.page(actor, Keyset.of(place)))
                .addObject("gap", gap)
                .addObject("gaps", records.gaps());
        page.setStatus(kept.hasErrors() ? kept.status() : gap.status());
        return page;
    }

    @PostMapping(HERE)
    ModelAndView keep(Actor actor, Form form) {
        Short months = RecordsForm.months(form);
        if (months != null && !form.value("confirmed").equals(months.toString()) && records.isShorter(months)) {
            return rehearsal(form, months);
        }
        return form.accepts(() -> records.keep(actor, months, form.seen()))
                ? Done.at(HERE, "done.records-kept")
                : page(actor, form, form, Form.suggesting(Map.of()));
    }

    /** What a setting will erase is shown first: then only the number that was shown is taken. */
    private ModelAndView rehearsal(Form form, int months) {
        return new ModelAndView("tracing/keeping")
                .addObject("form", form)
                .addObject("months", months)
                .addObject("expired", erasing.expiredIfKept(months));
    }

    @PostMapping("/admin/who-had/gaps")
    ModelAndView miss(Actor actor, Form form) {
        var gap = RecordsForm.gap(form);
        return gap.isPresent() && form.accepts(() -> records.miss(actor, gap.get()))
                ? Done.at(HERE, "done.gap-noted")
                : page(actor, form, kept(), form);
    }

    @PostMapping("/admin/who-had/gaps/{id}/deletion")
    ModelAndView missNoMore(Actor actor, @PathVariable long id) {
        records.missNoMore(actor, id);
        return Done.at(HERE, "done.gap-removed");
    }
}
