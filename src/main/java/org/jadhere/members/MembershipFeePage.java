package org.jadhere.members;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Permission;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A fee: read by whom it concerns, changed and deleted by whom it is open to. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MembershipFeePage {

    private final MembershipFees fees;
    private final FeeBook book;
    private final Validations validations;

    MembershipFeePage(MembershipFees fees, FeeBook book, Validations validations) {
        this.fees = fees;
        this.book = book;
        this.validations = validations;
    }

    @GetMapping("/admin/fees/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var fee = fees.find(actor, id).orElseThrow(Missing::new);
        return page(actor, fee, Form.about(FeeForm.fields(fee.terms())));
    }

    private static ModelAndView page(Actor actor, MembershipFee fee, Form form) {
        var page = new ModelAndView("members/fee")
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
        var fee = fees.find(actor, id).orElseThrow(Missing::new);
        var terms = FeeForm.terms(form);
        String reason = form.text("reason", 1000);
        return form.accepts(() -> book.change(actor, id, terms, form.seen(), reason))
                ? Done.at("/admin/members/" + fee.member().id(), "done.fee-changed")
                : page(actor, fee, form);
    }

    @PostMapping("/admin/fees/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable long id) {
        return Done.at("/admin/members/" + book.delete(actor, id).id(), "done.fee-deleted");
    }

    /** The money is not there after all: why, is asked. */
    @AllowedTo(Audience.VALIDATORS)
    @PostMapping("/admin/fees/{id}/validation/withdrawal")
    ModelAndView takeBack(Actor actor, @PathVariable long id, Form form) {
        var fee = fees.find(actor, id).orElseThrow(Missing::new);
        String reason = form.required("withdrawal");
        return form.accepts(() -> validations.takeBack(actor, FeeBook.BOOK, id, reason))
                ? Done.at("/admin/fees/" + id, "done.validation-withdrawn")
                : page(actor, fee, withErrorsOf(form, fee));
    }

    private static Form withErrorsOf(Form form, MembershipFee fee) {
        var page = Form.about(FeeForm.fields(fee.terms()));
        page.take(form, "withdrawal");
        return page;
    }
}
