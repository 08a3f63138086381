package org.jadhere.money.fees;

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

/** A fee: read by whom it concerns, changed and deleted by whom it is open to. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MembershipFeeController {

    private final MembershipFees fees;
    private final MembershipFeeBook book;
    private final Validations validations;

    MembershipFeeController(MembershipFees fees, MembershipFeeBook book, Validations validations) {
        this.fees = fees;
        this.book = book;
        this.validations = validations;
    }

    @GetMapping("/admin/fees/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var fee = fees.find(actor, id).orElseThrow(NotFoundException::new);
        return page(actor, fee, Form.editing(MembershipFeeForm.fields(fee.terms())));
    }

    private static ModelAndView page(Actor actor, MembershipFee fee, Form form) {
        var page = new ModelAndView("money/fees/fee")
                .addObject("fee", fee)
                .addObject("form", form)
                .addObject("changeable", MembershipFeeRights.mayChange(actor, fee))
                .addObject("deletable", MembershipFeeRights.mayDelete(actor, fee))
                .addObject("validator", actor.holds(Permission.PAYMENT_VALIDATE));
        page.setStatus(form.status());
        return page;
    }

    @PostMapping("/admin/fees/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var fee = fees.find(actor, id).orElseThrow(NotFoundException::new);
        var terms = MembershipFeeForm.terms(form);
        String reason = form.text("reason", 1000);
        return form.accepts(() -> book.change(actor, id, terms, form.snapshot(), reason))
                ? Redirect.to("/admin/members/" + fee.member().id(), "done.fee-changed")
                : page(actor, fee, form);
    }

    @PostMapping("/admin/fees/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable long id) {
        return Redirect.to("/admin/members/" + book.delete(actor, id).id(), "done.fee-deleted");
    }

    /** The money is not there after all: why, is asked. */
    @AllowedTo(Audience.VALIDATORS)
    @PostMapping("/admin/fees/{id}/validation/withdrawal")
    ModelAndView takeBack(Actor actor, @PathVariable long id, Form form) {
        var fee = fees.find(actor, id).orElseThrow(NotFoundException::new);
        String reason = form.required("withdrawal");
        return form.accepts(() -> validations.takeBack(actor, MembershipFeeBook.BOOK, id, reason))
                ? Redirect.to("/admin/fees/" + id, "done.validation-withdrawn")
                : page(actor, fee, withErrorsOf(form, fee));
    }

    private static Form withErrorsOf(Form form, MembershipFee fee) {
        var page = Form.editing(MembershipFeeForm.fields(fee.terms()));
        page.take(form, "withdrawal");
        return page;
    }
}
