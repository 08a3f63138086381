package org.jadhere.people.factors;

import static org.jadhere.jte.Pages.pages;

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

/** The second step of a login: a code or a passkey. Redirects unless a login is pending. */
@Controller
@AllowedTo(Audience.ANYONE)
class SecondFactorLoginController {

    private final SecondFactors factors;
    private final CodeVerification codes;
    private final RelyingParty relyingParty;
    private final LoginSessions sessions;
    private final PendingLogin pendingLogin;

    SecondFactorLoginController(
            SecondFactors factors,
            CodeVerification codes,
            RelyingParty relyingParty,
            LoginSessions sessions,
            PendingLogin pendingLogin) {
        this.factors = factors;
        this.codes = codes;
        this.relyingParty = relyingParty;
        this.sessions = sessions;
        this.pendingLogin = pendingLogin;
    }

    @GetMapping(PendingLogin.PAGE)
    ModelAndView show(Form form, HttpServletRequest request, Authentication login) {
        return ifPending(request, actor -> page(actor, form, request, login));
    }

    @PostMapping(PendingLogin.PAGE)
    ModelAndView byCode(Form form, HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return ifPending(request, actor -> {
            String code = form.required("code");
            return form.accepts(() -> codes.requireValid(actor, "code", code, request.getRemoteAddr()))
                    ? complete(AuthFactor.CODE, request, response)
                    : page(actor, form, request, login);
        });
    }

    @PostMapping(PendingLogin.PAGE + "/passkey")
    ModelAndView byPasskey(Form form, HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return ifPending(
                request,
                actor -> form.accepts(() ->
                                relyingParty.requireOwn(actor, login, form.value("credential"), request.getSession()))
                        ? complete(AuthFactor.PASSKEY, request, response)
                        : page(actor, form, request, login));
    }

    private static ModelAndView ifPending(HttpServletRequest request, Function<Actor, ModelAndView> answer) {
        return PendingLogin.actor(request).map(answer).orElseGet(() -> new ModelAndView("redirect:/"));
    }

    private ModelAndView page(Actor actor, Form form, HttpServletRequest request, Authentication login) {
        var own = factors.of(actor.userId());
        boolean passkey = !own.passkeys().isEmpty();
        return form.page(pages().peopleFactorsSecondFactor(
                        form,
                        own.generatorSince() != null,
                        own.codesLeft() != null,
                        passkey ? relyingParty.requestOptions(login, request.getSession()) : null));
    }

    private ModelAndView complete(AuthFactor factor, HttpServletRequest request, HttpServletResponse response) {
        sessions.addFactor(factor, request, response);
        return new ModelAndView("redirect:" + pendingLogin.next(request, response));
    }
}
