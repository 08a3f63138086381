package org.jadhere.account;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Done;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An administrator lets somebody in again who lost all their factors. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class FactorRemoval {

    private final SecondFactors factors;

    FactorRemoval(SecondFactors factors) {
        this.factors = factors;
    }

    @PostMapping("/admin/users/{id}/factors/removal")
    ModelAndView takeAll(Actor actor, @PathVariable long id) {
        factors.takeAllFrom(actor, id);
        return Done.at("/admin/users/" + id, "done.factors-removed");
    }
}
