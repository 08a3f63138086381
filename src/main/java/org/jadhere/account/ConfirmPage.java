package org.jadhere.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Entrance;
import org.jadhere.access.OwnPassword;
import org.jadhere.access.Proof;
import org.jadhere.web.Form;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Is it you? Asked before anything about second factors is changed; the answer holds for ten minutes. */
@Controller
@AllowedTo(Audience.THEMSELVES)
class ConfirmPage {

    private final OwnPassword password;
    private final Passkeys passkeys;
    private final RelyingParty relyingParty;
    private final Entrance entrance;

    ConfirmPage(OwnPassword password, Passkeys passkeys, RelyingParty relyingParty, Entrance entrance) {
        this.password = password;
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
        this.entrance = entrance;
    }

    @GetMapping(Confirmation.PAGE)
    ModelAndView ask(Actor actor, Form form, Authentication login, HttpServletRequest request) {
        boolean passkey = !passkeys.of(actor.userId()).isEmpty();
        var page = new ModelAndView("account/confirm")
                .addObject("form", form)
                .addObject("back", Confirmation.safely(form.value("back")))
                .addObject("password", password.isSet(actor))
                .addObject("challenge", passkey ? relyingParty.askFor(login, request.getSession()) : null);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping(Confirmation.PAGE)
    ModelAndView byPassword(
            Actor actor, Form form, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        return form.accepts(() -> password.mustBe(actor, "password", form.value("password"), request.getRemoteAddr()))
                ? confirmed(Proof.PASSWORD, form, request, response)
                : ask(actor, form, login, request);
    }

    @PostMapping(Confirmation.PAGE + "/passkey")
    ModelAndView byPasskey(
            Actor actor, Form form, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        return form.accepts(() -> relyingParty.mustBeOf(actor, login, form.value("credential"), request.getSession()))
                ? confirmed(Proof.PASSKEY, form, request, response)
                : ask(actor, form, login, request);
    }

    private ModelAndView confirmed(Proof proof, Form form, HttpServletRequest request, HttpServletResponse response) {
        entrance.prove(proof, request, response);
        return new ModelAndView("redirect:" + Confirmation.safely(form.value("back")));
    }
}
