package org.jadhere.money.payments;

import org.jadhere.money.common.ValidationPages;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The bank crew confirms payments. */
@Controller
@AllowedTo(Audience.VALIDATORS)
class PaymentValidationController {

    private final ValidationPages desk;
    private final PaymentQueue waiting;

    PaymentValidationController(ValidationPages desk, PaymentQueue waiting) {
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

    @PostMapping({"/admin/payments/validation/withdrawal", "/admin/payments/validation/undo"})
    ModelAndView undo(Actor actor, Form form) {
        return desk.undo(actor, waiting, form);
    }
}
