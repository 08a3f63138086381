package org.jadhere.home;

import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.User;
import org.jadhere.access.Users;
import org.jadhere.members.FeeForm;
import org.jadhere.members.Holder;
import org.jadhere.members.JoiningWithFee;
import org.jadhere.members.Members;
import org.jadhere.members.Organisations;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A user as crews see them: account, membership, organisations. Here people become members. */
@Controller
@AllowedTo(Audience.CREWS)
class UserPage {

    private final Users users;
    private final Members members;
    private final Organisations organisations;
    private final JoiningWithFee joining;
    private final Clock clock;

    UserPage(Users users, Members members, Organisations organisations, JoiningWithFee joining, Clock clock) {
        this.users = users;
        this.members = members;
        this.organisations = organisations;
        this.joining = joining;
        this.clock = clock;
    }

    @GetMapping("/admin/users/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        return page(actor, find(actor, id), FeeForm.next(null, LocalDate.now(clock)));
    }

    private User find(Actor actor, long id) {
        return users.find(actor, id).orElseThrow(Missing::new);
    }

    private ModelAndView page(Actor actor, User user, Form fee) {
        var page = new ModelAndView("access/user")
                .addObject("user", user)
                .addObject("administrator", actor.superuser())
                .addObject("crews", users.crewsOf(user))
                .addObject("member", members.of(actor, person(user)).orElse(null))
                .addObject("organisations", organisations.of(actor, user))
                .addObject("fee", fee);
        page.setStatus(fee.status());
        return page;
    }

    private static Holder person(User user) {
        return new Holder(Holder.Kind.PERSON, user.id());
    }

    @PostMapping("/admin/users/{id}/membership")
    ModelAndView join(Actor actor, @PathVariable long id, Form form) {
        var user = find(actor, id);
        var fee = FeeForm.ifAny(form);
        return form.result(() -> joining.join(actor, person(user), fee, form.once()))
                .map(member -> fee == null
                        ? Done.at("/admin/members/" + member, "done.joined", "next.amount")
                        : Done.at("/admin/members/" + member, "done.joined-with-fee"))
                .orElseGet(() -> page(actor, user, form));
    }
}
