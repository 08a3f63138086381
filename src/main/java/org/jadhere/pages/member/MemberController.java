package org.jadhere.pages.member;

import org.jadhere.money.fees.MembershipFeeBook;
import org.jadhere.money.fees.MembershipFeeForm;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.MemberBook;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of a member for crews and the bank crew: contact, membership, fees, letters, and the services that the actor
 * sees, today or on a past day ({@code ?at=2025-12-31}).
 */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MemberController {

    private final MemberView view;
    private final MembershipFeeBook fees;
    private final MemberBook members;

    MemberController(MemberView view, MembershipFeeBook fees, MemberBook members) {
        this.view = view;
        this.fees = fees;
        this.members = members;
    }

    @GetMapping("/admin/members/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        return view.page(actor, view.find(actor, id), form.date("at"), form);
    }

    @PostMapping("/admin/members/{id}/fees")
    ModelAndView addFee(Actor actor, @PathVariable long id, Form form) {
        var member = view.find(actor, id);
        var terms = MembershipFeeForm.terms(form);
        return form.result(() -> fees.add(actor, id, terms, form.idempotencyKey()))
                .map(added -> Redirect.to("/admin/members/" + id, done(added)))
                .orElseGet(() -> view.rejectedFee(actor, member, form));
    }

    private static String done(MemberBook.Return added) {
        return switch (added) {
            case NONE -> "done.fee-added";
            case NEW_PERIOD -> "done.fee-added-return";
            case PROLONGED -> "done.fee-added-prolonged";
        };
    }

    @AllowedTo(Audience.ADMINISTRATORS)
    @PostMapping("/admin/members/{id}")
    ModelAndView setPeriod(Actor actor, @PathVariable long id, Form form) {
        var member = view.find(actor, id);
        var period = MemberBook.period(form);
        return form.accepts(() -> members.setPeriod(actor, id, period, form.snapshot()))
                ? Redirect.to("/admin/members/" + id, "done.member-changed")
                : view.rejectedPeriod(actor, member, form);
    }
}
