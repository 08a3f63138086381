package org.jadhere.money.common;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.jadhere.platform.web.Texts;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * How the bank crew confirms what waits: tick boxes over pages, look at the sum, confirm once, and undo. The choice
 * travels in the form, so that it works without JavaScript and nothing is kept on the server before the confirmation.
 */
@Component
public class ValidationPages {

    private final Validations validations;
    private final Clock clock;

    ValidationPages(Validations validations, Clock clock) {
        this.validations = validations;
        this.clock = clock;
    }

    /** The page of what waits; where the form says so, what is chosen is summed up, or confirmed. */
    public ModelAndView answer(Actor actor, ValidationQueue waiting, Form form) {
        return switch (form.value("act")) {
            case "review" -> review(actor, waiting, form, ValidationSelection.of(form));
            case "all" -> review(actor, waiting, form, ValidationSelection.EVERYTHING);
            case "confirm" -> confirm(actor, waiting, form);
            default -> page(actor, waiting, form, ValidationSelection.of(form));
        };
    }

    /** The page of what waits: nothing chosen yet, or, where a link says so, all that the page shows. */
    public ModelAndView page(Actor actor, ValidationQueue waiting, Form form) {
        var preset = ValidationPreset.named(form.value("preset"));
        return preset.isPresent()
                ? new ModelAndView("redirect:" + waiting.path() + preset.get().question(LocalDate.now(clock)))
                : page(actor, waiting, form, ValidationSelection.NOTHING);
    }

    private ModelAndView page(Actor actor, ValidationQueue waiting, Form form, ValidationSelection selection) {
        var shown = waiting.page(actor, form, Keyset.of(form));
        boolean all = selection.isEmpty() && form.value("ticked").equals("page");
        var page = new ModelAndView("money/common/validation-queue")
                .addObject("waiting", waiting)
                .addObject("types", waiting.types(actor))
                .addObject("form", form)
                .addObject("selection", all ? ValidationSelection.of(shown) : selection)
                .addObject("page", shown)
                .addObject("latest", validations.latest(waiting.book()));
        page.setStatus(form.status());
        return page;
    }

    private ModelAndView review(Actor actor, ValidationQueue waiting, Form form, ValidationSelection selection) {
        if (selection.isEmpty()) {
            form.reject("form", "validation.nothing");
            return page(actor, waiting, form, selection);
        }
        var which = chosen(waiting, form, selection);
        // A filter that could not be read restricts nothing: it must not choose everything.
        return form.hasErrors()
                ? page(actor, waiting, form, ValidationSelection.NOTHING)
                : sumUp(waiting, form, selection, which);
    }

    private ModelAndView sumUp(ValidationQueue waiting, Form form, ValidationSelection selection, Condition which) {
        var sum = validations.waiting(waiting.book(), which);
        var page = new ModelAndView("money/common/confirmation")
                .addAllObjects(Map.of("waiting", waiting, "form", form, "selection", selection, "sum", sum));
        page.setStatus(form.status());
        return page;
    }

    private static Condition chosen(ValidationQueue waiting, Form form, ValidationSelection selection) {
        return selection.everything()
                ? waiting.matching(form)
                : waiting.book().id().in(selection.ids());
    }

    private ModelAndView confirm(Actor actor, ValidationQueue waiting, Form form) {
        var selection = ValidationSelection.of(form);
        var which = chosen(waiting, form, selection);
        var expected = new Validations.Sum((int) number(form, "items"), total(form));
        return form.accepts(() -> validations.confirm(actor, waiting.book(), which, expected, form.idempotencyKey()))
                ? Redirect.to(waiting.path(), "done.validated")
                : sumUp(waiting, form, selection, which);
    }

    private static long number(Form form, String name) {
        Long number = form.number(name);
        return number == null ? 0 : Math.clamp(number, 0, Integer.MAX_VALUE);
    }

    private static BigDecimal total(Form form) {
        String total = form.value("total");
        return total.matches("\\d{1,15}(\\.\\d{1,2})?") ? new BigDecimal(total) : BigDecimal.ZERO;
    }

    private int undone(Actor actor, ValidationQueue waiting, long validation) {
        return validations.undo(actor, waiting.book(), validation, Texts.t("validation.undo.reason", validation));
    }

    /** Takes one confirmation back, whole. */
    public ModelAndView undo(Actor actor, ValidationQueue waiting, Form form) {
        if (undone(actor, waiting, number(form, "validation")) == 0) {
            throw new NotFoundException();
        }
        return Redirect.to(waiting.path(), "done.validation-undone");
    }
}
