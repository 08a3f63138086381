package org.jadhere.people.account;

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

/** A new password for oneself. All other sessions end, and this one goes on under a new name. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class OwnPasswordController {

    private static final String PATH = "/me/password";

    private final AccountPassword password;
    private final LoginSessions entrance;

    OwnPasswordController(AccountPassword password, LoginSessions entrance) {
        this.password = password;
        this.entrance = entrance;
    }

    @GetMapping(PATH)
    ModelAndView ask(Actor actor, Form form) {
        boolean isSet = password.isSet(actor);
        var page = new ModelAndView("people/account/password")
                .addObject("form", form)
                .addObject("current", isSet)
                .addObject("open", isSet || cameWithoutPassword());
        page.setStatus(form.status());
        return page;
    }

    @PostMapping(PATH)
    ModelAndView change(Actor actor, Form form, HttpServletRequest request, HttpServletResponse response) {
        String wanted = form.required("password");
        if (!wanted.equals(form.text("again"))) {
            form.reject("again", "error.password-again");
        }
        boolean changed = form.accepts(() -> mustBeOwner(actor, form, request.getRemoteAddr()))
                && form.accepts(() -> password.set(
                        actor.userId(), "password", wanted, request.getSession().getId()));
        if (!changed) {
            return ask(actor, form);
        }
        entrance.prove(AuthFactor.PASSWORD, request, response);
        return Redirect.to("/me", "done.password-changed");
    }

    private void mustBeOwner(Actor actor, Form form, String address) {
        if (password.isSet(actor)) {
            password.mustBe(actor, "current", form.value("current"), address);
        } else if (!cameWithoutPassword()) {
            throw new RuleViolationException("form", "error.password-unproved");
        }
    }

    private static boolean cameWithoutPassword() {
        var factors = AuthFactors.ofCurrentSession();
        return factors.contains(AuthFactor.LINK) || factors.contains(AuthFactor.PASSKEY);
    }
}
