package org.jadhere.money.payments;

import org.jadhere.money.common.Validations;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A payment: read by whom it concerns, changed and deleted by whom it is open to. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class PaymentController {

    private final Payments payments;
    private final PaymentBook book;
    private final Validations validations;

    PaymentController(Payments payments, PaymentBook book, Validations validations) {
        this.payments = payments;
        this.book = book;
        this.validations = validations;
    }

    @GetMapping("/admin/payments/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var payment = payments.find(actor, id).orElseThrow(NotFoundException::new);
        return page(actor, payment, Form.editing(PaymentForm.fields(payment.terms())));
    }

    private static ModelAndView page(Actor actor, Payment payment, Form form) {
        var page = new ModelAndView("money/payments/payment")
                .addObject("payment", payment)
                .addObject("form", form)
                .addObject("changeable", PaymentRights.mayChange(actor, payment))
                .addObject("deletable", PaymentRights.mayDelete(actor, payment))
                .addObject("validator", actor.holds(Permission.PAYMENT_VALIDATE));
        page.setStatus(form.status());
        return page;
    }

    @PostMapping("/admin/payments/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var payment = payments.find(actor, id).orElseThrow(NotFoundException::new);
        var terms = PaymentForm.terms(form);
        String reason = form.text("reason", 1000);
        return form.accepts(() -> book.change(actor, id, terms, form.snapshot(), reason))
                ? Redirect.to("/admin/services/" + payment.service().id(), "done.payment-changed")
                : page(actor, payment, form);
    }

    @PostMapping("/admin/payments/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable long id) {
        return Redirect.to("/admin/services/" + book.delete(actor, id).id(), "done.payment-deleted");
    }

    /** The money is not there after all: why, is asked. */
    @AllowedTo(Audience.VALIDATORS)
    @PostMapping("/admin/payments/{id}/validation/withdrawal")
    ModelAndView takeBack(Actor actor, @PathVariable long id, Form form) {
        var payment = payments.find(actor, id).orElseThrow(NotFoundException::new);
        String reason = form.required("withdrawal");
        return form.accepts(() -> validations.takeBack(actor, PaymentBook.BOOK, id, reason))
                ? Redirect.to("/admin/payments/" + id, "done.validation-withdrawn")
                : page(actor, payment, withErrorsOf(form, payment));
    }

    private static Form withErrorsOf(Form form, Payment payment) {
        var page = Form.editing(PaymentForm.fields(payment.terms()));
        page.take(form, "withdrawal");
        return page;
    }
}
