package org.jadhere.money.payments;

import static org.jadhere.jte.Pages.pages;

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

/** The page of a payment, and the acts on it. */
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
        var payment = find(actor, id);
        return page(actor, payment, form(payment));
    }

    private Payment find(Actor actor, long id) {
        return payments.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private static Form form(Payment payment) {
        return Form.editing(PaymentForm.fields(payment.terms()));
    }

    private static ModelAndView page(Actor actor, Payment payment, Form form) {
        return form.page(pages().moneyPaymentsPayment(
                        payment,
                        form,
                        PaymentRights.mayChange(actor, payment),
                        PaymentRights.mayDelete(actor, payment),
                        actor.holds(Permission.PAYMENT_VALIDATE)));
    }

    @PostMapping("/admin/payments/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var payment = find(actor, id);
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

    /** Withdraws the validation of one payment; the form must state a reason. */
    @AllowedTo(Audience.VALIDATORS)
    @PostMapping("/admin/payments/{id}/validation/withdrawal")
    ModelAndView withdrawValidation(Actor actor, @PathVariable long id, Form form) {
        var payment = find(actor, id);
        String reason = form.required("withdrawal");
        return form.accepts(() -> validations.withdraw(actor, PaymentBook.TABLE, id, reason))
                ? Redirect.to("/admin/payments/" + id, "done.validation-withdrawn")
                : page(actor, payment, form(payment).copyField(form, "withdrawal"));
    }
}
