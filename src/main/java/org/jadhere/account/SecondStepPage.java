package org.jadhere.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Entrance;
import org.jadhere.access.Proof;
import org.jadhere.access.SecondStep;
import org.jadhere.web.Form;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** After the password: a code, or a passkey. For who is half logged in; everybody else is sent on. */
@Controller
@AllowedTo(Audience.ANYONE)
class SecondStepPage {

    private final SecondFactors factors;
    private final Codes codes;
    private final RelyingParty relyingParty;
    private final Entrance entrance;
    private final SecondStep step;

    SecondStepPage(SecondFactors factors, Codes codes, RelyingParty relyingParty, Entrance entrance, SecondStep step) {
        this.factors = factors;
        this.codes = codes;
        this.relyingParty = relyingParty;
        this.entrance = entrance;
        this.step = step;
    }

    @GetMapping(SecondStep.PAGE)
    ModelAndView ask(Form form, HttpServletRequest request, Authentication login) {
        return forWaiting(request, actor -> page(actor, form, request, login));
    }

    @PostMapping(SecondStep.PAGE)
    ModelAndView byCode(Form form, HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return forWaiting(request, actor -> {
            String code = form.required("code");
            return form.accepts(() -> codes.mustBeRight(actor, "code", code, request.getRemoteAddr()))
                    ? in(Proof.CODE, request, response)
                    : page(actor, form, request, login);
        });
    }

    @PostMapping(SecondStep.PAGE + "/passkey")
    ModelAndView byPasskey(Form form, HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return forWaiting(
                request,
                actor -> form.accepts(() ->
                                relyingParty.mustBeOf(actor, login, form.value("credential"), request.getSession()))
                        ? in(Proof.PASSKEY, request, response)
                        : page(actor, form, request, login));
    }

    private static ModelAndView forWaiting(HttpServletRequest request, Function<Actor, ModelAndView> answer) {
        return SecondStep.waiting(request).map(answer).orElseGet(() -> new ModelAndView("redirect:/"));
    }

    private ModelAndView page(Actor actor, Form form, HttpServletRequest request, Authentication login) {
        var kept = factors.of(actor.userId());
        boolean passkey = !kept.passkeys().isEmpty();
        var page = new ModelAndView("account/second")
                .addObject("form", form)
                .addObject("generator", kept.generatorSince() != null)
                .addObject("recovery", kept.codesLeft() != null)
                .addObject("challenge", passkey ? relyingParty.askFor(login, request.getSession()) : null);
        page.setStatus(form.status());
        return page;
    }

    private ModelAndView in(Proof proof, HttpServletRequest request, HttpServletResponse response) {
        entrance.prove(proof, request, response);
        return new ModelAndView("redirect:" + step.next(request, response));
    }
}
