package org.jadhere.pages.departure;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.platform.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The departure of a person: everything that they still hold, on one page. A user who is a member has the member's. */
@Controller
@AllowedTo(Audience.CREWS)
class DepartureController {

    private final Leavers leavers;
    private final DepartureView view;

    DepartureController(Leavers leavers, DepartureView view) {
        this.leavers = leavers;
        this.view = view;
    }

    @GetMapping("/admin/members/{id}/departure")
    ModelAndView showMember(Actor actor, @PathVariable long id) {
        return view.page(actor, leavers.ofMember(actor, id));
    }

    @PostMapping("/admin/members/{id}/departure")
    ModelAndView settleMember(Actor actor, @PathVariable long id, Form form) {
        return view.settle(actor, leavers.ofMember(actor, id), form);
    }

    @GetMapping("/admin/users/{id}/departure")
    ModelAndView showUser(Actor actor, @PathVariable long id) {
        return leavers.memberOf(actor, id)
                .map(DepartureController::pageOf)
                .orElseGet(() -> view.page(actor, leavers.ofUser(actor, id)));
    }

    /** The user may have joined since the form was opened; then the page of the member shows what there is now. */
    @PostMapping("/admin/users/{id}/departure")
    ModelAndView settleUser(Actor actor, @PathVariable long id, Form form) {
        return leavers.memberOf(actor, id)
                .map(DepartureController::pageOf)
                .orElseGet(() -> view.settle(actor, leavers.ofUser(actor, id), form));
    }

    private static ModelAndView pageOf(Member member) {
        return new ModelAndView("redirect:/admin/members/" + member.id() + "/departure");
    }
}
