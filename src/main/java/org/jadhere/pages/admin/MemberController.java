package org.jadhere.pages.admin;

import org.jadhere.money.fees.MembershipFeeBook;
import org.jadhere.money.fees.MembershipFeeForm;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberBook;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a member for crews and the bank crew: membership, fees, and the services that the actor sees. */
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
    ModelAndView show(Actor actor, @PathVariable long id) {
        var member = view.find(actor, id);
        return view.page(actor, member, membershipForm(member), null);
    }

    private static Form membershipForm(Member member) {
        return Form.editing(MemberBook.fields(member));
    }

    @PostMapping("/admin/members/{id}/fees")
    ModelAndView addFee(Actor actor, @PathVariable long id, Form form) {
        var member = view.find(actor, id);
        var terms = MembershipFeeForm.terms(form);
        return form.accepts(() -> fees.add(actor, id, terms, form.idempotencyKey()))
                ? Redirect.to("/admin/members/" + id, "done.fee-added")
                : view.page(actor, member, membershipForm(member), form);
    }

    @AllowedTo(Audience.ADMINISTRATORS)
    @PostMapping("/admin/members/{id}")
    ModelAndView setPeriod(Actor actor, @PathVariable long id, Form form) {
        var member = view.find(actor, id);
        var period = MemberBook.period(form);
        return form.accepts(() -> members.setPeriod(actor, id, period, form.snapshot()))
                ? Redirect.to("/admin/members/" + id, "done.member-changed")
                : view.page(actor, member, form, null);
    }
}
