package org.jadhere.home;

import java.util.Set;
import java.util.stream.Collectors;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.access.Crew;
import org.jadhere.access.Crews;
import org.jadhere.services.ServiceType;
import org.jadhere.services.ServiceTypes;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What may this crew see and do? */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class CrewRightsPage {

    private final Crews crews;
    private final ServiceTypes types;
    private final SiteMenu menu;

    CrewRightsPage(Crews crews, ServiceTypes types, SiteMenu menu) {
        this.crews = crews;
        this.types = types;
        this.menu = menu;
    }

    @GetMapping("/admin/crews/{id}/rights")
    ModelAndView show(@PathVariable long id) {
        var crew = crews.find(id).orElseThrow(Missing::new);
        var managed = types.managedBy(crew.id());
        var volunteer =
                volunteer(crew, managed.stream().map(ServiceType.Ref::id).collect(Collectors.toSet()));
        return new ModelAndView("home/crew-rights")
                .addObject("crew", crew)
                .addObject("types", managed)
                .addObject("volunteers", crews.volunteersOf(crew))
                .addObject("pages", menu.of(volunteer))
                .addObject("abilities", Ability.of(volunteer));
    }

    /** Staff in this crew and no other. */
    private static Actor volunteer(Crew crew, Set<Long> managed) {
        return new Actor(-1, "", "", "fr", true, false, managed, crew.permissions());
    }
}
