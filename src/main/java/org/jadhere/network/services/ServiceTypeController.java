package org.jadhere.network.services;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.users.Crews;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages of a service type: its crew reads them, administrators edit. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class ServiceTypeController {

    private final ServiceTypes types;
    private final ServiceTypeBook book;
    private final Crews crews;

    ServiceTypeController(ServiceTypes types, ServiceTypeBook book, Crews crews) {
        this.types = types;
        this.book = book;
        this.crews = crews;
    }

    @AllowedTo(Audience.CREWS)
    @GetMapping("/admin/service-types/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        return page(actor, id, Form.withDefaults(Map.of()));
    }

    private ModelAndView page(Actor actor, long id, Form form) {
        return form.page(pages().networkServicesType(
                        types.find(actor, id).orElseThrow(NotFoundException::new), actor.superuser(), form));
    }

    /** The page of a crew links here with the crew preselected. */
    @GetMapping("/admin/service-types/new")
    ModelAndView showNew(Form form) {
        return edit(null, Form.withDefaults(Map.of("crew", form.value("crew"))));
    }

    @PostMapping("/admin/service-types")
    ModelAndView add(Actor actor, Form form) {
        var wanted = ServiceTypeForm.type(form);
        return form.result(() -> book.add(actor, wanted, form.idempotencyKey()))
                .map(id -> Redirect.to("/admin/service-types/" + id, "done.type-set-up"))
                .orElseGet(() -> edit(null, form));
    }

    @GetMapping("/admin/service-types/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable long id) {
        var type = types.find(actor, id).orElseThrow(NotFoundException::new);
        return edit(type, Form.editing(ServiceTypeForm.fields(type)));
    }

    @PostMapping("/admin/service-types/{id}")
    ModelAndView change(Actor actor, @PathVariable long id, Form form) {
        var type = types.find(actor, id).orElseThrow(NotFoundException::new);
        var wanted = ServiceTypeForm.type(form);
        return form.accepts(() -> book.change(actor, id, wanted, form.snapshot()))
                ? Redirect.to("/admin/service-types/" + id, "done.type-changed")
                : edit(type, form);
    }

    private ModelAndView edit(@Nullable ServiceType type, Form form) {
        return form.page(pages().networkServicesTypeEdit(type, crews.all(), form));
    }

    @PostMapping("/admin/service-types/{id}/deletion")
    ModelAndView delete(Actor actor, @PathVariable long id, Form form) {
        return form.accepts(() -> book.delete(actor, id))
                ? Redirect.to("/admin/service-types", "done.type-deleted")
                : page(actor, id, form);
    }
}
