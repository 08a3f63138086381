package org.jadhere.home;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.members.FeeBook;
import org.jadhere.members.FeeForm;
import org.jadhere.members.Joining;
import org.jadhere.members.Member;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A member as crews and the bank see them: fees, what is given for which service, and the services within reach. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class MemberPage {

    private final MemberView view;
    private final FeeBook fees;
    private final Joining joining;

    MemberPage(MemberView view, FeeBook fees, Joining joining) {
        this.view = view;
        this.fees = fees;
        this.joining = joining;
    }

    @GetMapping("/admin/members/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var member = view.find(actor, id);
        return view.page(actor, member, membership(member), null);
    }

    private static Form membership(Member member) {
        return Form.about(Joining.fields(member));
    }

    @PostMapping("/admin/members/{id}/fees")
    ModelAndView addFee(Actor actor, @PathVariable long id, Form form) {
        var member = view.find(actor, id);
        var terms = FeeForm.terms(form);
        return form.accepts(() -> fees.add(actor, id, terms, form.once()))
                ? Done.at("/admin/members/" + id, "done.fee-added")
                : view.page(actor, member, membership(member), form);
    }

    @AllowedTo(Audience.ADMINISTRATORS)
    @PostMapping("/admin/members/{id}")
    ModelAndView setPeriod(Actor actor, @PathVariable long id, Form form) {
        var member = view.find(actor, id);
        var period = Joining.period(form);
        return form.accepts(() -> joining.setPeriod(actor, id, period, form.seen()))
                ? Done.at("/admin/members/" + id, "done.member-changed")
                : view.page(actor, member, form, null);
    }
}
