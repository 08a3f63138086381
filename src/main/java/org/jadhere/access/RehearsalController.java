package org.jadhere.access;

import jakarta.servlet.http.HttpSession;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** See the pages as this user; see them as oneself again. */
@Controller
class RehearsalController {

    private final Users users;
    private final Rehearsal rehearsal;

    RehearsalController(Users users, Rehearsal rehearsal) {
        this.users = users;
        this.rehearsal = rehearsal;
    }

    @AllowedTo(Audience.ADMINISTRATORS)
    @PostMapping("/admin/users/{id}/rehearsal")
    String begin(Actor actor, @PathVariable long id, HttpSession session) {
        var user = users.find(actor, id).orElseThrow(Missing::new);
        rehearsal.begin(actor, user.id());
        session.setAttribute(Rehearsal.AS, user.username());
        return "redirect:/";
    }

    /** The actor is the administrator again: for this route alone the borrowed eyes are laid down first. */
    @AllowedTo(Audience.USERS)
    @PostMapping(ActorFilter.END_OF_REHEARSAL)
    String end(Actor actor, HttpSession session) {
        rehearsal.end(actor);
        session.removeAttribute(Rehearsal.AS);
        return "redirect:/";
    }
}
