package org.jadhere.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Entrance;
import org.jadhere.access.Proof;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Passkeys of one's own account: a new one, another name, one less. */
@Controller
@AllowedTo(Audience.THEMSELVES)
@Confirmed
class PasskeyPage {

    private static final String PATH = SecurityPage.PATH + "/passkeys";

    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final RelyingParty relyingParty;
    private final Entrance entrance;

    PasskeyPage(Passkeys passkeys, SecondFactors factors, RelyingParty relyingParty, Entrance entrance) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.relyingParty = relyingParty;
        this.entrance = entrance;
    }

    @GetMapping(PATH + "/new")
    ModelAndView offer(Form form, Authentication login, HttpServletRequest request) {
        var page = new ModelAndView("account/passkey-new")
                .addObject("form", form)
                .addObject(
                        "device",
                        Device.of(request.getHeader(HttpHeaders.USER_AGENT)).inWords())
                .addObject("challenge", relyingParty.askForNew(login, request.getSession()));
        page.setStatus(form.status());
        return page;
    }

    /** Making it proved that it works: this session has used it. */
    @PostMapping(PATH)
    ModelAndView add(
            Actor actor, Form form, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        String name = form.required("name", Passkeys.LONGEST_NAME);
        if (form.accepts(() -> relyingParty.keep(actor, login, name, form.value("credential"), request.getSession()))) {
            entrance.prove(Proof.PASSKEY, request, response);
            return Done.at(SecurityPage.PATH, "done.passkey-added");
        }
        return offer(form, login, request);
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView rename(Actor actor, @PathVariable long id, Form form) {
        String name = form.required("name", Passkeys.LONGEST_NAME);
        if (form.accepts(() -> passkeys.rename(actor, id, name))) {
            return Done.at(SecurityPage.PATH, "done.passkey-renamed");
        }
        var page = new ModelAndView("account/security")
                .addObject("kept", factors.of(actor.userId()))
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping(PATH + "/{id}/removal")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        passkeys.remove(actor, id);
        return Done.at(SecurityPage.PATH, "done.passkey-removed");
    }
}
