package org.jadhere.home;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Users;
import org.jadhere.members.Organisations;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: contact details, membership, services. */
@Controller
@AllowedTo(Audience.USERS)
class MeController {

    private final Users users;
    private final Memberships memberships;
    private final Organisations organisations;

    MeController(Users users, Memberships memberships, Organisations organisations) {
        this.users = users;
        this.memberships = memberships;
        this.organisations = organisations;
    }

    @GetMapping("/me")
    ModelAndView show(Actor actor) {
        var user = users.find(actor, actor.userId()).orElseThrow(Missing::new);
        var account = new Account(user, memberships.of(actor), organisations.actedForBy(actor));
        return new ModelAndView("home/me", "account", account);
    }
}
