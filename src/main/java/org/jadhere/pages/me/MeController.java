package org.jadhere.pages.me;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.association.Associations;
import org.jadhere.people.members.Organisations;
import org.jadhere.people.users.Users;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The account of the current user: contact details, membership, services. */
@Controller
@AllowedTo(Audience.USERS)
class MeController {

    private final Users users;
    private final OwnMembers members;
    private final Organisations organisations;
    private final Associations associations;

    MeController(Users users, OwnMembers members, Organisations organisations, Associations associations) {
        this.users = users;
        this.members = members;
        this.organisations = organisations;
        this.associations = associations;
    }

    @GetMapping("/me")
    ModelAndView show(Actor actor) {
        var user = users.find(actor, actor.userId()).orElseThrow(NotFoundException::new);
        var association = associations.current();
        var account = new OwnAccount(
                user, association, members.of(actor, association.bank()), organisations.representedBy(actor));
        return PageView.of(pages().pagesMeMe(account));
    }
}
