package org.jadhere.people.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.access.PendingLogin;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.web.Form;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** After the password: a code, or a passkey. For who is half logged in; everybody else is sent on. */
@Controller
@AllowedTo(Audience.ANYONE)
class SecondFactorLoginController {

    private final SecondFactors factors;
    private final CodeVerification codes;
    private final RelyingParty relyingParty;
    private final LoginSessions entrance;
    private final PendingLogin step;

    SecondFactorLoginController(
            SecondFactors factors,
            CodeVerification codes,
            RelyingParty relyingParty,
            LoginSessions entrance,
            PendingLogin step) {
        this.factors = factors;
        this.codes = codes;
        this.relyingParty = relyingParty;
        this.entrance = entrance;
        this.step = step;
    }

    @GetMapping(PendingLogin.PAGE)
    ModelAndView ask(Form form, HttpServletRequest request, Authentication login) {
        return forWaiting(request, actor -> page(actor, form, request, login));
    }

    @PostMapping(PendingLogin.PAGE)
    ModelAndView byCode(Form form, HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return forWaiting(request, actor -> {
            String code = form.required("code");
            return form.accepts(() -> codes.mustBeRight(actor, "code", code, request.getRemoteAddr()))
                    ? in(AuthFactor.CODE, request, response)
                    : page(actor, form, request, login);
        });
    }

    @PostMapping(PendingLogin.PAGE + "/passkey")
    ModelAndView byPasskey(Form form, HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return forWaiting(
                request,
                actor -> form.accepts(() ->
                                relyingParty.mustBeOf(actor, login, form.value("credential"), request.getSession()))
                        ? in(AuthFactor.PASSKEY, request, response)
                        : page(actor, form, request, login));
    }

    private static ModelAndView forWaiting(HttpServletRequest request, Function<Actor, ModelAndView> answer) {
        return PendingLogin.actor(request).map(answer).orElseGet(() -> new ModelAndView("redirect:/"));
    }

    private ModelAndView page(Actor actor, Form form, HttpServletRequest request, Authentication login) {
        var kept = factors.of(actor.userId());
        boolean passkey = !kept.passkeys().isEmpty();
        var page = new ModelAndView("people/factors/second-factor")
                .addObject("form", form)
                .addObject("generator", kept.generatorSince() != null)
                .addObject("recovery", kept.codesLeft() != null)
                .addObject("challenge", passkey ? relyingParty.askFor(login, request.getSession()) : null);
        page.setStatus(form.status());
        return page;
    }

    private ModelAndView in(AuthFactor factor, HttpServletRequest request, HttpServletResponse response) {
        entrance.prove(factor, request, response);
        return new ModelAndView("redirect:" + step.next(request, response));
    }
}
