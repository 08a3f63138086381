package org.jadhere.home;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Users;
import org.jadhere.association.Associations;
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
    private final Associations associations;

    MeController(Users users, Memberships memberships, Organisations organisations, Associations associations) {
        this.users = users;
        this.memberships = memberships;
        this.organisations = organisations;
        this.associations = associations;
    }

    @GetMapping("/me")
    ModelAndView show(Actor actor) {
        var user = users.find(actor, actor.userId()).orElseThrow(Missing::new);
        var association = associations.current();
        var account = new Account(
                user, association, memberships.of(actor, association.bank()), organisations.actedForBy(actor));
        return new ModelAndView("home/me", "account", account);
    }
}
