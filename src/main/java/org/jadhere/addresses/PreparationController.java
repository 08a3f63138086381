package org.jadhere.addresses;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.services.ServiceForm;
import org.jadhere.services.ServiceTypes;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Preparing one service with its addresses. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class PreparationController {

    private final Preparation preparation;
    private final ServiceTypes types;

    PreparationController(Preparation preparation, ServiceTypes types) {
        this.preparation = preparation;
        this.types = types;
    }

    /** From the page of a type, that type is chosen already. */
    @GetMapping("/admin/services/new")
    ModelAndView offer(Actor actor, Form form) {
        return page(actor, Form.suggesting(Map.of("type", form.value("type"))));
    }

    private ModelAndView page(Actor actor, Form form) {
        var page = new ModelAndView("addresses/service-new")
                .addObject("types", types.choices(actor))
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping("/admin/services")
    ModelAndView prepare(Actor actor, Form form) {
        var description = ServiceForm.description(form);
        var choice = AllocationForm.anyChoice(form);
        return form.result(() -> preparation.prepare(actor, description, choice, form.once()))
                .map(id -> Done.at("/admin/services/" + id, "done.service-prepared"))
                .orElseGet(() -> page(actor, form));
    }
}
