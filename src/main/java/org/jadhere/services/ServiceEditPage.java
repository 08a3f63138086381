package org.jadhere.services;

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

/** What a service is: its type, its name, notes about it. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class ServiceEditPage {

    private final Services services;
    private final ServiceTypes types;
    private final ServiceBook book;

    ServiceEditPage(Services services, ServiceTypes types, ServiceBook book) {
        this.services = services;
        this.types = types;
        this.book = book;
    }

    @GetMapping("/admin/services/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable long id) {
        var service = services.find(actor, id).orElseThrow(Missing::new);
        return page(actor, service, Form.about(ServiceForm.description(service)));
    }

    private ModelAndView page(Actor actor, Service service, Form form) {
        var page = new ModelAndView("services/service-edit")
                .addObject("service", service)
                .addObject("types", types.choices(actor))
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping("/admin/services/{id}")
    ModelAndView describe(Actor actor, @PathVariable long id, Form form) {
        var service = services.find(actor, id).orElseThrow(Missing::new);
        var description = ServiceForm.description(form);
        return form.accepts(() -> book.describe(actor, id, description, form.seen()))
                ? Done.at("/admin/services/" + id, "done.service-changed")
                : page(actor, service, form);
    }

    @PostMapping("/admin/services/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable long id, Form form) {
        var service = services.find(actor, id).orElseThrow(Missing::new);
        if (form.accepts(() -> book.delete(actor, id))) {
            return Done.at("/admin/services", "done.service-deleted");
        }
        var page = Form.about(ServiceForm.description(service));
        page.take(form, "form");
        return page(actor, service, page);
    }
}
