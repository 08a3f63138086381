package org.jadhere.money.common;

import static org.jadhere.jte.Pages.pages;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.jadhere.platform.web.Texts;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The steps of a validation: select rows over several pages, review the sum, confirm once, withdraw. The selection
 * travels in the form, so that it works without JavaScript and the server keeps no state before the confirmation.
 */
@Component
class ValidationPages {

    private final Validations validations;
    private final Clock clock;

    ValidationPages(Validations validations, Clock clock) {
        this.validations = validations;
        this.clock = clock;
    }

    /** The queue with nothing selected, or with the whole page selected if the link says so. */
    ModelAndView show(Actor actor, ValidationQueue queue, Form form) {
        return Word.of(ValidationPreset.class, form.value("preset"))
                .map(preset -> new ModelAndView("redirect:" + queue.path() + preset.query(LocalDate.now(clock))))
                .orElseGet(() -> page(actor, queue, form, ValidationSelection.NOTHING));
    }

    /** Another page of the queue, the review of the selection, or its validation, by the button that was pressed. */
    ModelAndView submit(Actor actor, ValidationQueue queue, Form form) {
        return switch (form.value("act")) {
            case "review" -> review(actor, queue, form, ValidationSelection.of(form));
            case "all" -> review(actor, queue, form, ValidationSelection.EVERYTHING);
            case "confirm" -> confirm(actor, queue, form);
            default -> page(actor, queue, form, ValidationSelection.of(form));
        };
    }

    private ModelAndView page(Actor actor, ValidationQueue queue, Form form, ValidationSelection selection) {
        var rows = queue.page(actor, form, Keyset.of(form));
        boolean selectsPage = selection.isEmpty() && form.value("ticked").equals("page");
        return form.page(pages().moneyCommonValidationQueue(
                        queue,
                        queue.types(actor),
                        form,
                        selectsPage ? ValidationSelection.of(rows) : selection,
                        rows,
                        validations.latest(queue.table())));
    }

    private ModelAndView review(Actor actor, ValidationQueue queue, Form form, ValidationSelection selection) {
        if (selection.isEmpty()) {
            form.reject("form", "validation.nothing");
            return page(actor, queue, form, selection);
        }
        var condition = condition(queue, form, selection);
        // An invalid filter restricts nothing: it must not select everything.
        return form.hasErrors()
                ? page(actor, queue, form, ValidationSelection.NOTHING)
                : confirmation(queue, form, selection, condition);
    }

    private ModelAndView confirmation(
            ValidationQueue queue, Form form, ValidationSelection selection, Condition condition) {
        return form.page(
                pages().moneyCommonConfirmation(queue, form, selection, validations.pending(queue.table(), condition)));
    }

    private static Condition condition(ValidationQueue queue, Form form, ValidationSelection selection) {
        return selection.everything()
                ? queue.matching(form)
                : queue.table().id().in(selection.ids());
    }

    private ModelAndView confirm(Actor actor, ValidationQueue queue, Form form) {
        var selection = ValidationSelection.of(form);
        var condition = condition(queue, form, selection);
        var expected = new Validations.Sum((int) number(form, "items"), total(form));
        return form.accepts(() -> validations.confirm(actor, queue.table(), condition, expected, form.idempotencyKey()))
                ? Redirect.to(queue.path(), "done.validated")
                : confirmation(queue, form, selection, condition);
    }

    private static long number(Form form, String name) {
        Long number = form.number(name);
        return number == null ? 0 : Math.clamp(number, 0, Integer.MAX_VALUE);
    }

    private static BigDecimal total(Form form) {
        String total = form.value("total");
        return total.matches("\\d{1,15}(\\.\\d{1,2})?") ? new BigDecimal(total) : BigDecimal.ZERO;
    }

    /** Withdraws a whole validation. */
    ModelAndView withdraw(Actor actor, ValidationQueue queue, Form form) {
        long validation = number(form, "validation");
        String reason = Texts.t("validation.undo.reason", validation);
        if (validations.withdrawAll(actor, queue.table(), validation, reason) == 0) {
            throw new NotFoundException();
        }
        return Redirect.to(queue.path(), "done.validation-undone");
    }
}
