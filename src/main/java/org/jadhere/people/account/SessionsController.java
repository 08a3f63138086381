package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.RequiresReauthentication;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The user's open sessions, and the acts to end them, which require reauthentication (OWASP ASVS 5.0, 7.5.2). */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class SessionsController {

    static final String PATH = "/me/sessions";

    private final OpenSessions openSessions;
    private final LoginSessions loginSessions;

    SessionsController(OpenSessions openSessions, LoginSessions loginSessions) {
        this.openSessions = openSessions;
        this.loginSessions = loginSessions;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, HttpSession session) {
        return PageView.of(pages().peopleAccountSessions(openSessions.of(actor, session.getId())));
    }

    @RequiresReauthentication
    @PostMapping({PATH + "/{key}/termination", PATH + "/{key}/end"})
    ModelAndView end(Actor actor, @PathVariable String key) {
        openSessions.end(actor, key);
        return Redirect.to(PATH, "done.session-ended");
    }

    @RequiresReauthentication
    @PostMapping({PATH + "/termination", PATH + "/end"})
    ModelAndView endOthers(Actor actor, HttpServletRequest request) {
        loginSessions.endOthers(actor.username(), request);
        return Redirect.to(PATH, "done.sessions-ended");
    }
}
