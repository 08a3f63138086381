package org.jadhere.people.factors;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.RequiresReauthentication;
import org.jadhere.people.account.Reauthentication;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of the user's own second factors, and the renewal of recovery codes. */
@Controller
@AllowedTo(Audience.ACCOUNT_OWNER)
class SecurityController {

    static final String PATH = Reauthentication.SECURITY_PAGE;

    private final SecondFactors factors;
    private final RecoveryCodes recovery;

    SecurityController(SecondFactors factors, RecoveryCodes recovery) {
        this.factors = factors;
        this.recovery = recovery;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Form form) {
        return PageView.of(pages().peopleFactorsSecurity(factors.of(actor.userId()), form));
    }

    /** Shows the codes in the response to the POST: a redirect would require to store them. */
    @RequiresReauthentication
    @PostMapping(PATH + "/recovery")
    ModelAndView renewRecoveryCodes(Actor actor) {
        return factors.of(actor.userId()).isEmpty()
                ? new ModelAndView("redirect:" + PATH)
                : PageView.of(pages().peopleFactorsRecovery(recovery.renew(actor)));
    }
}
