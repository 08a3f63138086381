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

/** See the pages as this user; see them as oneself again. */
@Controller
class ViewAsController {

    private final Users users;
    private final ViewAs rehearsal;

    ViewAsController(Users users, ViewAs rehearsal) {
        this.users = users;
        this.rehearsal = rehearsal;
    }

    @AllowedTo(Audience.ADMINISTRATORS)
    @PostMapping("/admin/users/{id}/rehearsal")
    String begin(Actor actor, @PathVariable long id, HttpSession session) {
        var user = users.find(actor, id).orElseThrow(NotFoundException::new);
        rehearsal.begin(actor, user.id());
        session.setAttribute(ViewAs.USERNAME_ATTRIBUTE, user.username());
        return "redirect:/";
    }

    /** The actor is the administrator again: for this route alone the borrowed eyes are laid down first. */
    @AllowedTo(Audience.USERS)
    @PostMapping({ActorFilter.VIEW_AS_END, ActorFilter.FORMER_VIEW_AS_END})
    String end(Actor actor, HttpSession session) {
        rehearsal.end(actor);
        session.removeAttribute(ViewAs.USERNAME_ATTRIBUTE);
        return "redirect:/";
    }
}
