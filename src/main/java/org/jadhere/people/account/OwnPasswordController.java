package org.jadhere.people.account;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.access.AuthFactors;
import org.jadhere.people.login.AccountPassword;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.jadhere.platform.web.RuleViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changes the user's own password. All other sessions end; the current one gets a new id. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class OwnPasswordController {

    private static final String PATH = "/me/password";

    private final AccountPassword password;
    private final LoginSessions sessions;

    OwnPasswordController(AccountPassword password, LoginSessions sessions) {
        this.password = password;
        this.sessions = sessions;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Form form) {
        boolean isSet = password.isSet(actor);
        return form.page(pages().peopleAccountPassword(form, isSet, isSet || loggedInWithoutPassword()));
    }

    @PostMapping(PATH)
    ModelAndView change(Actor actor, Form form, HttpServletRequest request, HttpServletResponse response) {
        String newPassword = form.password("password");
        if (!newPassword.equals(form.value("again"))) {
            form.reject("again", "error.password-again");
        }
        boolean changed = form.accepts(() -> requireOwner(actor, form, request.getRemoteAddr()))
                && form.accepts(() -> password.set(
                        actor.userId(),
                        "password",
                        newPassword,
                        request.getSession().getId()));
        if (!changed) {
            return show(actor, form);
        }
        sessions.addFactor(AuthFactor.PASSWORD, request, response);
        return Redirect.to("/me", "done.password-changed");
    }

    private void requireOwner(Actor actor, Form form, String address) {
        if (password.isSet(actor)) {
            password.requireCorrect(actor, "current", form.value("current"), address);
        } else if (!loggedInWithoutPassword()) {
            throw new RuleViolationException("form", "error.password-unproved");
        }
    }

    private static boolean loggedInWithoutPassword() {
        var factors = AuthFactors.ofCurrentSession();
        return factors.contains(AuthFactor.LINK) || factors.contains(AuthFactor.PASSKEY);
    }
}
