package org.jadhere.network.services;

import static org.jadhere.jte.Pages.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of services. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class ServiceListController {

    private final Services services;
    private final ServiceTypes types;
    private final Clock clock;

    ServiceListController(Services services, ServiceTypes types, Clock clock) {
        this.services = services;
        this.types = types;
        this.clock = clock;
    }

    @GetMapping("/admin/services")
    ModelAndView list(Actor actor, Form form) {
        var filter = ServiceFilter.of(form);
        return PageView.of(pages().networkServicesServices(
                        actor,
                        form,
                        filter.order(),
                        filter.figure(),
                        Objects.requireNonNullElseGet(filter.at(), () -> LocalDate.now(clock)),
                        types.choices(actor),
                        services.page(actor, filter, Keyset.of(form))));
    }
}
