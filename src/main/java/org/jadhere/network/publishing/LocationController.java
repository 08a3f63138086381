package org.jadhere.network.publishing;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages of the locations in the geofeed. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class LocationController {

    private static final String PATH = "/admin/publishing/geofeed";

    private final Locations locations;

    LocationController(Locations locations) {
        this.locations = locations;
    }

    @GetMapping(PATH)
    ModelAndView list() {
        return list(Form.withDefaults(Map.of("country", "FR")));
    }

    private ModelAndView list(Form form) {
        var choices = locations.prefixesWithoutLocation().stream()
                .map(prefix -> new Option(prefix.toString(), prefix.toString()))
                .toList();
        return form.page(pages().networkPublishingGeofeed(locations.all(), choices, form));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, Form form) {
        var location = LocationForm.in(form, null);
        return location.isPresent() && form.accepts(() -> locations.add(actor, location.get(), form.idempotencyKey()))
                ? Redirect.to(PATH, "done.location-added")
                : list(form);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(@PathVariable long id) {
        var location = locations.find(id).orElseThrow(NotFoundException::new);
        return page(location, Form.editing(LocationForm.fields(location)));
    }

    private static ModelAndView page(Location location, Form form) {
        return form.page(pages().networkPublishingLocation(location, form));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var known = locations.find(id).orElseThrow(NotFoundException::new);
        var wanted = LocationForm.in(form, known);
        return wanted.isPresent() && form.accepts(() -> locations.change(actor, wanted.get(), form.snapshot()))
                ? Redirect.to(PATH, "done.location-changed")
                : page(known, form);
    }

    @PostMapping(PATH + "/{id}/deletion")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        locations.remove(actor, id);
        return Redirect.to(PATH, "done.location-removed");
    }
}
