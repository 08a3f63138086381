package org.jadhere.account;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The second factors of one's own account: what there is, and the sheet of recovery codes. */
@Controller
@AllowedTo(Audience.THEMSELVES)
class SecurityPage {

    static final String PATH = Confirmation.SECURITY_PAGE;

    private final SecondFactors factors;
    private final RecoveryCodes recovery;

    SecurityPage(SecondFactors factors, RecoveryCodes recovery) {
        this.factors = factors;
        this.recovery = recovery;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Form form) {
        return new ModelAndView("account/security")
                .addObject("kept", factors.of(actor.userId()))
                .addObject("form", form);
    }

    /** Shown in this one answer and nowhere else, so it is no redirect to a page that would have to remember them. */
    @Confirmed
    @PostMapping(PATH + "/recovery")
    ModelAndView renewRecoveryCodes(Actor actor) {
        return factors.of(actor.userId()).isNothing()
                ? new ModelAndView("redirect:" + PATH)
                : new ModelAndView("account/recovery", "codes", recovery.renew(actor));
    }
}
