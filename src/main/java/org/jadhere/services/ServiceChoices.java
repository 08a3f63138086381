package org.jadhere.services;

import java.util.List;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a field for a service suggests while somebody types. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServiceChoices {

    private final ServiceLookup services;

    ServiceChoices(ServiceLookup services) {
        this.services = services;
    }

    @GetMapping("/admin/services/choices")
    ModelAndView suggest(Actor actor, Form form) {
        String typed = form.text("service");
        var labels = typed == null
                ? List.<String>of()
                : services.choices(actor, typed).stream()
                        .map(ServiceLookup::label)
                        .toList();
        return new ModelAndView("ui/suggestions", "labels", labels);
    }
}
