package org.jadhere.members;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The bank crew confirms fees. */
@Controller
@AllowedTo(Audience.VALIDATORS)
class FeeValidationController {

    private final ValidationDesk desk;
    private final WaitingFees waiting;

    FeeValidationController(ValidationDesk desk, WaitingFees waiting) {
        this.desk = desk;
        this.waiting = waiting;
    }

    @GetMapping("/admin/fees/validation")
    ModelAndView show(Actor actor, Form form) {
        return desk.page(actor, waiting, form);
    }

    @PostMapping("/admin/fees/validation")
    ModelAndView validate(Actor actor, Form form) {
        return desk.answer(actor, waiting, form);
    }

    @PostMapping("/admin/fees/validation/undo")
    ModelAndView undo(Actor actor, Form form) {
        return desk.undo(actor, waiting, form);
    }
}
