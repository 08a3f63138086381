package org.jadhere.people.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one is logged in, and logging out there. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class SessionsController {

    private static final String PATH = "/me/sessions";

    private final OpenSessions sessions;
    private final LoginSessions entrance;

    SessionsController(OpenSessions sessions, LoginSessions entrance) {
        this.sessions = sessions;
        this.entrance = entrance;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, HttpSession session) {
        return new ModelAndView("people/account/sessions", "sessions", sessions.of(actor, session.getId()));
    }

    @PostMapping({PATH + "/{key}/termination", PATH + "/{key}/end"})
    ModelAndView end(Actor actor, @PathVariable String key) {
        sessions.end(actor, key);
        return Redirect.to(PATH, "done.session-ended");
    }

    @PostMapping({PATH + "/termination", PATH + "/end"})
    ModelAndView endOthers(Actor actor, HttpServletRequest request) {
        entrance.closeOthers(actor.username(), request);
        return Redirect.to(PATH, "done.sessions-ended");
    }
}
