package org.jadhere.network.publishing;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages of the covered areas in isp.json. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class CoveredAreaController {

    private static final String PATH = "/admin/publishing/areas";

    private final CoveredAreas areas;

    CoveredAreaController(CoveredAreas areas) {
        this.areas = areas;
    }

    @GetMapping(PATH)
    ModelAndView list() {
        return list(Form.withDefaults(Map.of()));
    }

    private ModelAndView list(Form form) {
        return form.page(pages().networkPublishingAreas(areas.all(), form));
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, Form form) {
        var area = CoveredAreaForm.in(form, 0);
        return form.accepts(() -> areas.add(actor, area, form.idempotencyKey()))
                ? Redirect.to(PATH, "done.area-added")
                : list(form);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(@PathVariable long id) {
        var area = areas.find(id).orElseThrow(NotFoundException::new);
        return page(area, Form.editing(CoveredAreaForm.fields(area)));
    }

    private static ModelAndView page(CoveredArea area, Form form) {
        return form.page(pages().networkPublishingArea(area, form));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var known = areas.find(id).orElseThrow(NotFoundException::new);
        var wanted = CoveredAreaForm.in(form, id);
        return form.accepts(() -> areas.change(actor, wanted, form.snapshot()))
                ? Redirect.to(PATH, "done.area-changed")
                : page(known, form);
    }

    @PostMapping(PATH + "/{id}/deletion")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        areas.remove(actor, id);
        return Redirect.to(PATH, "done.area-removed");
    }
}
