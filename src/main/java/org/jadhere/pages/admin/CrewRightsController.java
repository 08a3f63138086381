package org.jadhere.pages.admin;

import static org.jadhere.jte.Pages.pages;

import java.util.Set;
import java.util.stream.Collectors;
import org.jadhere.network.services.ServiceType;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.users.Crew;
import org.jadhere.people.users.Crews;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page that shows what the volunteers of a crew may see and do. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class CrewRightsController {

    private final Crews crews;
    private final ServiceTypes types;
    private final SiteMenu menu;

    CrewRightsController(Crews crews, ServiceTypes types, SiteMenu menu) {
        this.crews = crews;
        this.types = types;
        this.menu = menu;
    }

    @GetMapping("/admin/crews/{id}/rights")
    ModelAndView show(@PathVariable long id) {
        var crew = crews.find(id).orElseThrow(NotFoundException::new);
        var managed = types.managedBy(crew.id());
        var volunteer =
                volunteer(crew, managed.stream().map(ServiceType.Ref::id).collect(Collectors.toSet()));
        return PageView.of(pages().pagesAdminCrewRights(
                        crew, managed, crews.volunteersOf(crew), menu.of(volunteer), Ability.of(volunteer)));
    }

    /** An imaginary user with staff status, in this crew only. */
    private static Actor volunteer(Crew crew, Set<Long> managed) {
        return new Actor(-1, "", "", "fr", true, false, managed, crew.permissions());
    }
}
