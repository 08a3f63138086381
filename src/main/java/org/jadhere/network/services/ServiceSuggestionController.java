package org.jadhere.network.services;

import static org.jadhere.jte.Pages.pages;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Suggests services while a user types in a field. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServiceSuggestionController {

    private final ServiceLookup services;

    ServiceSuggestionController(ServiceLookup services) {
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
        return PageView.of(pages().uiSuggestions(labels));
    }
}
