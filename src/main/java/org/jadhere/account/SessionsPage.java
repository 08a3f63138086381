package org.jadhere.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Entrance;
import org.jadhere.web.Done;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one is logged in, and logging out there. */
@Controller
@AllowedTo(Audience.THEMSELVES)
class SessionsPage {

    private static final String PATH = "/me/sessions";

    private final OpenSessions sessions;
    private final Entrance entrance;

    SessionsPage(OpenSessions sessions, Entrance entrance) {
        this.sessions = sessions;
        this.entrance = entrance;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, HttpSession session) {
        return new ModelAndView("account/sessions", "sessions", sessions.of(actor, session.getId()));
    }

    @PostMapping(PATH + "/{key}/end")
    ModelAndView end(Actor actor, @PathVariable String key) {
        sessions.end(actor, key);
        return Done.at(PATH, "done.session-ended");
    }

    @PostMapping(PATH + "/end")
    ModelAndView endOthers(Actor actor, HttpServletRequest request) {
        entrance.closeOthers(actor.username(), request);
        return Done.at(PATH, "done.sessions-ended");
    }
}
