package org.jadhere.people.factors;

import static org.jadhere.jte.Pages.pages;

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

/** Authenticates the user again, by password or passkey, before login settings can be changed; valid for ten minutes. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class ReauthenticationController {

    private final AccountPassword password;
    private final Passkeys passkeys;
    private final RelyingParty relyingParty;
    private final LoginSessions sessions;

    ReauthenticationController(
            AccountPassword password, Passkeys passkeys, RelyingParty relyingParty, LoginSessions sessions) {
        this.password = password;
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
        this.sessions = sessions;
    }

    @GetMapping(Reauthentication.PAGE)
    ModelAndView show(Actor actor, Form form, Authentication login, HttpServletRequest request) {
        boolean passkey = !passkeys.of(actor.userId()).isEmpty();
        return form.page(pages().peopleFactorsConfirm(
                        form,
                        Reauthentication.allowedBack(form.value("back")),
                        password.isSet(actor),
                        passkey ? relyingParty.requestOptions(login, request.getSession()) : null));
    }

    @PostMapping(Reauthentication.PAGE)
    ModelAndView byPassword(
            Actor actor, Form form, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        return form.accepts(() ->
                        password.requireCorrect(actor, "password", form.value("password"), request.getRemoteAddr()))
                ? reauthenticated(AuthFactor.PASSWORD, form, request, response)
                : show(actor, form, login, request);
    }

    @PostMapping(Reauthentication.PAGE + "/passkey")
    ModelAndView byPasskey(
            Actor actor, Form form, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        return form.accepts(() -> relyingParty.requireOwn(actor, login, form.value("credential"), request.getSession()))
                ? reauthenticated(AuthFactor.PASSKEY, form, request, response)
                : show(actor, form, login, request);
    }

    private ModelAndView reauthenticated(
            AuthFactor factor, Form form, HttpServletRequest request, HttpServletResponse response) {
        sessions.addFactor(factor, request, response);
        return new ModelAndView("redirect:" + Reauthentication.allowedBack(form.value("back")));
    }
}
