package org.jadhere.network.addresses;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jadhere.network.services.ServiceBook;
import org.jadhere.network.services.ServiceForm;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page to prepare one service with its addresses. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class ServicePreparationController {

    private final ServicePreparation preparation;
    private final ServiceTypes types;
    private final NextFree nextFree;

    ServicePreparationController(ServicePreparation preparation, ServiceTypes types, NextFree nextFree) {
        this.preparation = preparation;
        this.types = types;
        this.nextFree = nextFree;
    }

    /** The page of a type links here with the type preselected. */
    @GetMapping("/admin/services/new")
    ModelAndView show(Actor actor, Form form) {
        var usual = nextFree.choices().stream().findFirst().map(Option::value).orElse("");
        return page(actor, Form.withDefaults(Map.of("type", form.value("type"), "pool", usual)));
    }

    private ModelAndView page(Actor actor, Form form) {
        return form.page(pages().networkAddressesServiceNew(types.choices(actor), nextFree.choices(), form));
    }

    @PostMapping("/admin/services")
    ModelAndView prepare(Actor actor, Form form) {
        var description = ServiceForm.description(form);
        return form.result(preparing(actor, description, form))
                .map(id -> Redirect.to("/admin/services/" + id, "done.service-prepared"))
                .orElseGet(() -> page(actor, form));
    }

    /** Uses the typed addresses if there are any, else the next part of the pool if one was chosen. */
    private Supplier<Long> preparing(Actor actor, ServiceBook.Description description, Form form) {
        var next = form.text("addresses") != null || form.text("pool") == null
                ? Optional.<AllocationBook.Part>empty()
                : AllocationForm.part(form);
        var choice = AllocationForm.optionalChoice(form);
        return next.<Supplier<Long>>map(
                        part -> () -> preparation.prepare(actor, description, part, form.idempotencyKey()))
                .orElseGet(() -> () -> preparation.prepare(actor, description, choice, form.idempotencyKey()));
    }
}
