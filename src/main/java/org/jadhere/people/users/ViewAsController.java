package org.jadhere.people.users;

import jakarta.servlet.http.HttpSession;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.ActorFilter;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.ViewAs;
import org.jadhere.platform.web.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Starts and ends viewing the pages as another user. */
@Controller
class ViewAsController {

    private final Users users;
    private final ViewAs viewAs;

    ViewAsController(Users users, ViewAs viewAs) {
        this.users = users;
        this.viewAs = viewAs;
    }

    @AllowedTo(Audience.ADMINISTRATORS)
    @PostMapping("/admin/users/{id}/rehearsal")
    String begin(Actor actor, @PathVariable long id, HttpSession session) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        viewAs.begin(actor, user.id());
        session.setAttribute(ViewAs.USERNAME_ATTRIBUTE, user.username());
        return "redirect:/";
    }

    /** The actor is the administrator: for this route alone {@link ActorFilter} does not impersonate the other user. */
    @AllowedTo(Audience.USERS)
    @PostMapping({ActorFilter.VIEW_AS_END, ActorFilter.FORMER_VIEW_AS_END})
    String end(Actor actor, HttpSession session) {
        viewAs.end(actor);
        session.removeAttribute(ViewAs.USERNAME_ATTRIBUTE);
        return "redirect:/";
    }
}
