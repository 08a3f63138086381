package org.jadhere.network.sightings;

import org.jadhere.network.sightings.SightingFinding.What;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What routers saw and what was allocated, where they do not agree. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class SeenController {

    private final SightingFindings findings;

    SeenController(SightingFindings findings) {
        this.findings = findings;
    }

    @GetMapping("/admin/seen")
    ModelAndView list(Actor actor, Form form) {
        return new ModelAndView("network/sightings/sightings")
                .addObject("form", form)
                .addObject("last", findings.last().orElse(null))
                .addObject("page", findings.page(actor, form.choice("finding", What.class), Keyset.of(form)));
    }
}
