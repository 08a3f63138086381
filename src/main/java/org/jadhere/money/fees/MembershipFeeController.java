package org.jadhere.money.fees;

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

/** The page of a fee, and the acts on it. */
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
        var fee = find(actor, id);
        return page(actor, fee, form(fee));
    }

    private MembershipFee find(Actor actor, long id) {
        return fees.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private static Form form(MembershipFee fee) {
        return Form.editing(MembershipFeeForm.fields(fee.terms()));
    }

    private static ModelAndView page(Actor actor, MembershipFee fee, Form form) {
        return form.page(pages().moneyFeesFee(
                        fee,
                        form,
                        MembershipFeeRights.mayChange(actor, fee),
                        MembershipFeeRights.mayDelete(actor, fee),
                        actor.holds(Permission.PAYMENT_VALIDATE)));
    }

    @PostMapping("/admin/fees/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var fee = find(actor, id);
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

    /** Withdraws the validation of one fee; the form must state a reason. */
    @AllowedTo(Audience.VALIDATORS)
    @PostMapping("/admin/fees/{id}/validation/withdrawal")
    ModelAndView withdrawValidation(Actor actor, @PathVariable long id, Form form) {
        var fee = find(actor, id);
        String reason = form.required("withdrawal");
        return form.accepts(() -> validations.withdraw(actor, MembershipFeeBook.TABLE, id, reason))
                ? Redirect.to("/admin/fees/" + id, "done.validation-withdrawn")
                : page(actor, fee, form(fee).copyField(form, "withdrawal"));
    }
}
