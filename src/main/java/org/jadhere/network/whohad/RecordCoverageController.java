package org.jadhere.network.whohad;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.network.retention.Eraser;
import org.jadhere.network.retention.Erasures;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages of the retention period and the gaps of allocation records. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class RecordCoverageController {

    private static final String PATH = "/admin/who-had/records";

    private final RecordCoverage records;
    private final Eraser eraser;
    private final Erasures erasures;

    RecordCoverageController(RecordCoverage records, Eraser eraser, Erasures erasures) {
        this.records = records;
        this.eraser = eraser;
        this.erasures = erasures;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Form place) {
        return page(actor, place, kept(), Form.withDefaults(Map.of()));
    }

    private Form kept() {
        return Form.editing(RecordCoverageForm.fields(records.keptMonths()));
    }

    private ModelAndView page(Actor actor, Form place, Form kept, Form gap) {
        return PageView.of(
                pages().networkWhohadRecords(
                                kept, eraser.expired(), erasures.page(actor, Keyset.of(place)), gap, records.gaps()),
                kept.hasErrors() ? kept.status() : gap.status());
    }

    @PostMapping(PATH)
    ModelAndView setKeptMonths(Actor actor, Form form) {
        Short months = RecordCoverageForm.months(form);
        if (months != null && !form.value("confirmed").equals(months.toString()) && records.isShorter(months)) {
            return preview(form, months);
        }
        return form.accepts(() -> records.setKeptMonths(actor, months, form.snapshot()))
                ? Redirect.to(PATH, "done.records-kept")
                : page(actor, form, form, Form.withDefaults(Map.of()));
    }

    /** Shows what a shorter period erases; the second request must confirm the same number of months. */
    private ModelAndView preview(Form form, int months) {
        return PageView.of(pages().networkWhohadRecordCoverage(form, months, eraser.expiredIfKept(months)));
    }

    @PostMapping("/admin/who-had/gaps")
    ModelAndView addGap(Actor actor, Form form) {
        var gap = RecordCoverageForm.gap(form);
        return gap.isPresent() && form.accepts(() -> records.addGap(actor, gap.get()))
                ? Redirect.to(PATH, "done.gap-noted")
                : page(actor, form, kept(), form);
    }

    @PostMapping("/admin/who-had/gaps/{id}/deletion")
    ModelAndView removeGap(Actor actor, @PathVariable long id) {
        records.removeGap(actor, id);
        return Redirect.to(PATH, "done.gap-removed");
    }
}
