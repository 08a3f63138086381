package org.jadhere.home;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Users;
import org.jadhere.members.Holder;
import org.jadhere.members.Members;
import org.jadhere.members.Organisations;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A user as crews see them: account, membership, organisations. */
@Controller
@AllowedTo(Audience.CREWS)
class UserPage {

    private final Users users;
    private final Members members;
    private final Organisations organisations;

    UserPage(Users users, Members members, Organisations organisations) {
        this.users = users;
        this.members = members;
        this.organisations = organisations;
    }

    @GetMapping("/admin/users/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        var user = users.find(actor, id).orElseThrow(Missing::new);
        return new ModelAndView("access/user")
                .addObject("user", user)
                .addObject("administrator", actor.superuser())
                .addObject("crews", users.crewsOf(user))
                .addObject(
                        "member",
                        members.of(actor, new Holder(Holder.Kind.PERSON, id)).orElse(null))
                .addObject("organisations", organisations.of(actor, user));
    }
}
