package org.jadhere.people.factors;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.account.Reauthentication;
import org.jadhere.people.account.RequiresReauthentication;
import org.jadhere.platform.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The second factors of one's own account: what there is, and the sheet of recovery codes. */
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
        return new ModelAndView("people/factors/security")
                .addObject("kept", factors.of(actor.userId()))
                .addObject("form", form);
    }

    /** Shown in this one answer and nowhere else, so it is no redirect to a page that would have to remember them. */
    @RequiresReauthentication
    @PostMapping(PATH + "/recovery")
    ModelAndView renewRecoveryCodes(Actor actor) {
        return factors.of(actor.userId()).isNothing()
                ? new ModelAndView("redirect:" + PATH)
                : new ModelAndView("people/factors/recovery", "codes", recovery.renew(actor));
    }
}
