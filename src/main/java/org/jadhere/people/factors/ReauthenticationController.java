package org.jadhere.people.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.account.Reauthentication;
import org.jadhere.people.login.AccountPassword;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.web.Form;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Is it you? Asked before anything about second factors is changed; the answer holds for ten minutes. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class ReauthenticationController {

    private final AccountPassword password;
    private final Passkeys passkeys;
    private final RelyingParty relyingParty;
    private final LoginSessions entrance;

    ReauthenticationController(
            AccountPassword password, Passkeys passkeys, RelyingParty relyingParty, LoginSessions entrance) {
        this.password = password;
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
        this.entrance = entrance;
    }

    @GetMapping(Reauthentication.PAGE)
    ModelAndView ask(Actor actor, Form form, Authentication login, HttpServletRequest request) {
        boolean passkey = !passkeys.of(actor.userId()).isEmpty();
        var page = new ModelAndView("people/factors/confirm")
                .addObject("form", form)
                .addObject("back", Reauthentication.safely(form.value("back")))
                .addObject("password", password.isSet(actor))
                .addObject("challenge", passkey ? relyingParty.askFor(login, request.getSession()) : null);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping(Reauthentication.PAGE)
    ModelAndView byPassword(
            Actor actor, Form form, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        return form.accepts(() -> password.mustBe(actor, "password", form.value("password"), request.getRemoteAddr()))
                ? confirmed(AuthFactor.PASSWORD, form, request, response)
                : ask(actor, form, login, request);
    }

    @PostMapping(Reauthentication.PAGE + "/passkey")
    ModelAndView byPasskey(
            Actor actor, Form form, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        return form.accepts(() -> relyingParty.mustBeOf(actor, login, form.value("credential"), request.getSession()))
                ? confirmed(AuthFactor.PASSKEY, form, request, response)
                : ask(actor, form, login, request);
    }

    private ModelAndView confirmed(
            AuthFactor factor, Form form, HttpServletRequest request, HttpServletResponse response) {
        entrance.prove(factor, request, response);
        return new ModelAndView("redirect:" + Reauthentication.safely(form.value("back")));
    }
}
