package org.jadhere.network.services;

import static org.jadhere.jte.Pages.pages;

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

/** Edits type, label and notes of a service, and deletes it. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class ServiceEditController {

    private final Services services;
    private final ServiceTypes types;
    private final ServiceBook book;

    ServiceEditController(Services services, ServiceTypes types, ServiceBook book) {
        this.services = services;
        this.types = types;
        this.book = book;
    }

    @GetMapping("/admin/services/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable long id) {
        var service = services.find(actor, id).orElseThrow(NotFoundException::new);
        return page(actor, service, Form.editing(ServiceForm.description(service)));
    }

    private ModelAndView page(Actor actor, Service service, Form form) {
        return form.page(pages().networkServicesServiceEdit(service, types.choices(actor), form));
    }

    @PostMapping("/admin/services/{id}")
    ModelAndView describe(Actor actor, @PathVariable long id, Form form) {
        var service = services.find(actor, id).orElseThrow(NotFoundException::new);
        var description = ServiceForm.description(form);
        return form.accepts(() -> book.describe(actor, id, description, form.snapshot()))
                ? Redirect.to("/admin/services/" + id, "done.service-changed")
                : page(actor, service, form);
    }

    @PostMapping("/admin/services/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable long id, Form form) {
        var service = services.find(actor, id).orElseThrow(NotFoundException::new);
        if (form.accepts(() -> book.delete(actor, id))) {
            return Redirect.to("/admin/services", "done.service-deleted");
        }
        var page = Form.editing(ServiceForm.description(service));
        page.copyField(form, "form");
        return page(actor, service, page);
    }
}
