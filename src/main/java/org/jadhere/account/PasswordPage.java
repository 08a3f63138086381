package org.jadhere.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Entrance;
import org.jadhere.access.OwnPassword;
import org.jadhere.access.Proof;
import org.jadhere.access.Proofs;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A new password for oneself. All other sessions end, and this one goes on under a new name. */
@Controller
@AllowedTo(Audience.THEMSELVES)
class PasswordPage {

    private static final String PATH = "/me/password";

    private final OwnPassword password;
    private final Entrance entrance;

    PasswordPage(OwnPassword password, Entrance entrance) {
        this.password = password;
        this.entrance = entrance;
    }

    @GetMapping(PATH)
    ModelAndView ask(Actor actor, Form form) {
        boolean isSet = password.isSet(actor);
        var page = new ModelAndView("account/password")
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
        entrance.prove(Proof.PASSWORD, request, response);
        return Done.at("/me", "done.password-changed");
    }

    private void mustBeOwner(Actor actor, Form form, String address) {
        if (password.isSet(actor)) {
            password.mustBe(actor, "current", form.value("current"), address);
        } else if (!cameWithoutPassword()) {
            throw new Refused("form", "error.password-unproved");
        }
    }

    private static boolean cameWithoutPassword() {
        var proofs = Proofs.ofThisSession();
        return proofs.include(Proof.LINK) || proofs.include(Proof.PASSKEY);
    }
}
