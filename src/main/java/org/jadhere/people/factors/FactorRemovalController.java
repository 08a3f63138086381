package org.jadhere.people.factors;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.RequiresReauthentication;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An administrator removes the second factors of another user who lost them. */
@Controller
@RequiresReauthentication
@AllowedTo(Audience.ADMINISTRATORS)
class FactorRemovalController {

    private final SecondFactors factors;

    FactorRemovalController(SecondFactors factors) {
        this.factors = factors;
    }

    @PostMapping("/admin/users/{id}/factors/removal")
    ModelAndView removeAll(Actor actor, @PathVariable long id) {
        if (id == actor.userId()) {
            return new ModelAndView("redirect:" + SecurityController.PATH);
        }
        factors.removeAll(actor, id);
        return Redirect.to("/admin/users/" + id, "done.factors-removed");
    }
}
