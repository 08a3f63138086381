package org.jadhere.payments;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.members.ValidationDesk;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The bank crew confirms payments. */
@Controller
@AllowedTo(Audience.VALIDATORS)
class PaymentValidationController {

    private final ValidationDesk desk;
    private final WaitingPayments waiting;

    PaymentValidationController(ValidationDesk desk, WaitingPayments waiting) {
        this.desk = desk;
        this.waiting = waiting;
    }

    @GetMapping("/admin/payments/validation")
    ModelAndView show(Actor actor, Form form) {
        return desk.page(actor, waiting, form);
    }

    @PostMapping("/admin/payments/validation")
    ModelAndView validate(Actor actor, Form form) {
        return desk.answer(actor, waiting, form);
    }

    @PostMapping("/admin/payments/validation/undo")
    ModelAndView undo(Actor actor, Form form) {
        return desk.undo(actor, waiting, form);
    }
}
