package org.jadhere.publishing;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Missing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The areas that isp.json tells of. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class AreaController {

    private static final String HERE = "/admin/publishing/areas";

    private final Areas areas;

    AreaController(Areas areas) {
        this.areas = areas;
    }

    @GetMapping(HERE)
    ModelAndView list() {
        return list(Form.suggesting(Map.of()));
    }

    private ModelAndView list(Form form) {
        var page = new ModelAndView("publishing/areas", "form", form).addObject("areas", areas.all());
        page.setStatus(form.status());
        return page;
    }

    @PostMapping(HERE)
    ModelAndView add(Actor actor, Form form) {
        var area = AreaForm.in(form, 0);
        return form.accepts(() -> areas.add(actor, area, form.once())) ? Done.at(HERE, "done.area-added") : list(form);
    }

    @GetMapping(HERE + "/{id}")
    ModelAndView show(@PathVariable long id) {
        var area = areas.find(id).orElseThrow(Missing::new);
        return page(area, Form.about(AreaForm.fields(area)));
    }

    private static ModelAndView page(Area area, Form form) {
        var page = new ModelAndView("publishing/area", "form", form).addObject("area", area);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping(HERE + "/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var known = areas.find(id).orElseThrow(Missing::new);
        var wanted = AreaForm.in(form, id);
        return form.accepts(() -> areas.change(actor, wanted, form.seen()))
                ? Done.at(HERE, "done.area-changed")
                : page(known, form);
    }

    @PostMapping(HERE + "/{id}/deletion")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        areas.remove(actor, id);
        return Done.at(HERE, "done.area-removed");
    }
}
