package org.jadhere.network.whohad;

import java.util.Map;
import org.jadhere.network.retention.Eraser;
import org.jadhere.network.retention.Erasures;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the records of allocations cover. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class RecordCoverageController {

    private static final String HERE = "/admin/who-had/records";

    private final RecordCoverage records;
    private final Eraser erasing;
    private final Erasures erasures;

    RecordCoverageController(RecordCoverage records, Eraser erasing, Erasures erasures) {
        this.records = records;
        this.erasing = erasing;
        this.erasures = erasures;
    }

    @GetMapping(HERE)
    ModelAndView show(Actor actor, Form place) {
        return page(actor, place, kept(), Form.withDefaults(Map.of()));
    }

    private Form kept() {
        return Form.editing(RecordCoverageForm.fields(records.keptMonths()));
    }

    private ModelAndView page(Actor actor, Form place, Form kept, Form gap) {
        var page = new ModelAndView("network/whohad/records")
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
        Short months = RecordCoverageForm.months(form);
        if (months != null && !form.value("confirmed").equals(months.toString()) && records.isShorter(months)) {
            return rehearsal(form, months);
        }
        return form.accepts(() -> records.keep(actor, months, form.snapshot()))
                ? Redirect.to(HERE, "done.records-kept")
                : page(actor, form, form, Form.withDefaults(Map.of()));
    }

    /** What a setting will erase is shown first: then only the number that was shown is taken. */
    private ModelAndView rehearsal(Form form, int months) {
        return new ModelAndView("network/whohad/record-coverage")
                .addObject("form", form)
                .addObject("months", months)
                .addObject("expired", erasing.expiredIfKept(months));
    }

    @PostMapping("/admin/who-had/gaps")
    ModelAndView miss(Actor actor, Form form) {
        var gap = RecordCoverageForm.gap(form);
        return gap.isPresent() && form.accepts(() -> records.miss(actor, gap.get()))
                ? Redirect.to(HERE, "done.gap-noted")
                : page(actor, form, kept(), form);
    }

    @PostMapping("/admin/who-had/gaps/{id}/deletion")
    ModelAndView missNoMore(Actor actor, @PathVariable long id) {
        records.missNoMore(actor, id);
        return Redirect.to(HERE, "done.gap-removed");
    }
}
