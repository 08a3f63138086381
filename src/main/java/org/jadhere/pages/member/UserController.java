package org.jadhere.pages.member;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.money.fees.JoiningWithFee;
import org.jadhere.money.fees.MembershipFeeForm;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.MemberHolder;
import org.jadhere.people.members.Members;
import org.jadhere.people.members.Organisations;
import org.jadhere.people.users.User;
import org.jadhere.people.users.Users;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of a user who is no member, for crews: account, organisations. Crews make users members here. */
@Controller
@AllowedTo(Audience.CREWS)
class UserController {

    private final Users users;
    private final Members members;
    private final Organisations organisations;
    private final JoiningWithFee joining;
    private final Clock clock;

    UserController(Users users, Members members, Organisations organisations, JoiningWithFee joining, Clock clock) {
        this.users = users;
        this.members = members;
        this.organisations = organisations;
        this.joining = joining;
        this.clock = clock;
    }

    /** The page of a user who is no member; a member has one page for both. */
    @GetMapping("/admin/users/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, HttpServletRequest request) {
        var user = find(actor, id);
        return members.of(actor, person(user))
                .map(member -> new ModelAndView("redirect:/admin/members/" + member.id() + query(request)))
                .orElseGet(() -> page(actor, user, MembershipFeeForm.suggestion(null, LocalDate.now(clock))));
    }

    /** The confirmation of an act on the user is shown on the page of the member. */
    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    private User find(Actor actor, long id) {
        return users.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private ModelAndView page(Actor actor, User user, Form fee) {
        return fee.page(pages().pagesMemberUser(
                        user, actor.superuser(), users.crewsOf(user), organisations.of(actor, user), fee));
    }

    private static MemberHolder person(User user) {
        return new MemberHolder(MemberHolder.Kind.PERSON, user.id());
    }

    @PostMapping("/admin/users/{id}/membership")
    ModelAndView join(Actor actor, @PathVariable long id, Form form) {
        var user = find(actor, id);
        var fee = MembershipFeeForm.optionalTerms(form);
        return form.result(() -> joining.join(actor, person(user), fee, form.idempotencyKey()))
                .map(member -> fee == null
                        ? Redirect.to("/admin/members/" + member, "done.joined", "next.amount")
                        : Redirect.to("/admin/members/" + member, "done.joined-with-fee"))
                .orElseGet(() -> page(actor, user, form));
    }
}
