package org.jadhere.network.sightings;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.network.sightings.SightingFinding.Type;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of differences between the addresses that routers saw and the allocations. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class SeenController {

    private final SightingFindings findings;

    SeenController(SightingFindings findings) {
        this.findings = findings;
    }

    @GetMapping("/admin/seen")
    ModelAndView list(Actor actor, Form form) {
        return PageView.of(pages().networkSightingsSightings(
                        form,
                        findings.lastImport().orElse(null),
                        findings.page(actor, form.choice("finding", Type.class), Keyset.of(form))));
    }
}
