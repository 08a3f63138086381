package org.jadhere.sightings;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.sightings.Finding.What;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What routers saw and what was allocated, where they do not agree. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class SeenController {

    private final Findings findings;

    SeenController(Findings findings) {
        this.findings = findings;
    }

    @GetMapping("/admin/seen")
    ModelAndView list(Actor actor, Form form) {
        return new ModelAndView("sightings/seen")
                .addObject("form", form)
                .addObject("last", findings.last().orElse(null))
                .addObject("page", findings.page(actor, form.choice("finding", What.class), Keyset.of(form)));
    }
}
