package org.jadhere.people.factors;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.access.RequiresReauthentication;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.site.Site;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.QrCode;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adds and removes the code generator of the user's own account. Until a code is verified, only the session has its secret. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
@RequiresReauthentication
class CodeGeneratorController {

    private static final String PATH = SecurityController.PATH + "/generator";
    private static final String KEY_ATTRIBUTE = "generator.key";

    private final CodeGenerators generators;
    private final LoginSessions sessions;
    private final Site site;

    CodeGeneratorController(CodeGenerators generators, LoginSessions sessions, Site site) {
        this.generators = generators;
        this.sessions = sessions;
        this.site = site;
    }

    @GetMapping(PATH + "/new")
    ModelAndView show(Actor actor, Form form, HttpSession session) {
        String key = key(session);
        return form.page(
                pages().peopleFactorsGeneratorNew(form, QrCode.of(Totp.uri(site.host(), actor.username(), key)), key));
    }

    /** The same key for the whole session, so that a wrong code does not require another scan. */
    private static String key(HttpSession session) {
        if (session.getAttribute(KEY_ATTRIBUTE) instanceof String key) {
            return key;
        }
        String key = Totp.key(Totp.newSecret());
        session.setAttribute(KEY_ATTRIBUTE, key);
        return key;
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, Form form, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession();
        byte[] secret = Totp.secret(key(session));
        String code = form.required("code");
        if (form.accepts(() -> generators.add(actor, secret, code))) {
            session.removeAttribute(KEY_ATTRIBUTE);
            sessions.addFactor(AuthFactor.CODE, request, response);
            return Redirect.to(SecurityController.PATH, "done.generator-added");
        }
        return show(actor, form, session);
    }

    @PostMapping(PATH + "/removal")
    ModelAndView remove(Actor actor) {
        generators.remove(actor);
        return Redirect.to(SecurityController.PATH, "done.generator-removed");
    }
}
