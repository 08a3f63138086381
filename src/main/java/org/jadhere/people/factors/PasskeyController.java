package org.jadhere.people.factors;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.access.RequiresReauthentication;
import org.jadhere.people.account.BrowserDevice;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adds, renames and removes passkeys of the user's own account. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
@RequiresReauthentication
class PasskeyController {

    private static final String PATH = SecurityController.PATH + "/passkeys";

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final RelyingParty relyingParty;
    private final LoginSessions sessions;

    PasskeyController(Passkeys passkeys, SecondFactors factors, RelyingParty relyingParty, LoginSessions sessions) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.relyingParty = relyingParty;
        this.sessions = sessions;
    }

    @GetMapping(PATH + "/new")
    ModelAndView show(Form form, Authentication login, HttpServletRequest request) {
        return form.page(pages().peopleFactorsPasskeyNew(
                        form,
                        BrowserDevice.of(request.getHeader(HttpHeaders.USER_AGENT))
                                .label(),
                        relyingParty.creationOptions(login, request.getSession())));
    }

    /** Registering a passkey uses it, so that it also becomes a factor of this session. */
    @PostMapping(PATH)
    ModelAndView add(
            Actor actor, Form form, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        String name = form.required("name", Passkeys.MAX_NAME_LENGTH);
        if (form.accepts(
                () -> relyingParty.register(actor, login, name, form.value("credential"), request.getSession()))) {
            sessions.addFactor(AuthFactor.PASSKEY, request, response);
            return Redirect.to(SecurityController.PATH, "done.passkey-added");
        }
        return show(form, login, request);
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView rename(Actor actor, @PathVariable long id, Form form) {
        String name = form.required("name", Passkeys.MAX_NAME_LENGTH);
        if (form.accepts(() -> passkeys.rename(actor, id, name))) {
            return Redirect.to(SecurityController.PATH, "done.passkey-renamed");
        }
        return form.page(pages().peopleFactorsSecurity(factors.of(actor.userId()), form));
    }

    @PostMapping(PATH + "/{id}/removal")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        passkeys.remove(actor, id);
        return Redirect.to(SecurityController.PATH, "done.passkey-removed");
    }
}
