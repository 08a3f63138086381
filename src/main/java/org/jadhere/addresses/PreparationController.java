package org.jadhere.addresses;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.services.ServiceBook;
import org.jadhere.services.ServiceForm;
import org.jadhere.services.ServiceTypes;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.jadhere.web.Option;
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
    private final NextFree nextFree;

    PreparationController(Preparation preparation, ServiceTypes types, NextFree nextFree) {
        this.preparation = preparation;
        this.types = types;
        this.nextFree = nextFree;
    }

    /** From the page of a type, that type is chosen already. */
    @GetMapping("/admin/services/new")
    ModelAndView offer(Actor actor, Form form) {
        var usual = nextFree.choices().stream().findFirst().map(Option::value).orElse("");
        return page(actor, Form.suggesting(Map.of("type", form.value("type"), "pool", usual)));
    }

    private ModelAndView page(Actor actor, Form form) {
        var page = new ModelAndView("addresses/service-new")
                .addObject("types", types.choices(actor))
                .addObject("pools", nextFree.choices())
                .addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping("/admin/services")
    ModelAndView prepare(Actor actor, Form form) {
        var description = ServiceForm.description(form);
        return form.result(prepared(actor, description, form))
                .map(id -> Done.at("/admin/services/" + id, "done.service-prepared"))
                .orElseGet(() -> page(actor, form));
    }

    /** Where addresses are written, those; else what the pool has next, if one was chosen. */
    private Supplier<Long> prepared(Actor actor, ServiceBook.Description description, Form form) {
        var next = form.text("addresses") != null || form.text("pool") == null
                ? Optional.<AllocationBook.Part>empty()
                : AllocationForm.part(form);
        var choice = AllocationForm.anyChoice(form);
        return next.<Supplier<Long>>map(part -> () -> preparation.prepare(actor, description, part, form.once()))
                .orElseGet(() -> () -> preparation.prepare(actor, description, choice, form.once()));
    }
}
