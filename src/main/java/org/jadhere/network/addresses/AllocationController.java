package org.jadhere.network.addresses;

import static org.jadhere.jte.Pages.pages;

import java.time.Instant;
import java.util.Map;
import org.jadhere.network.services.ServiceLookup;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.InstantField;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of an allocation: crews see it, administrators end, move and correct it. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class AllocationController {

    private static final String PATH = "/admin/addresses/";
    private static final String SERVICE = "/admin/services/";

    private final IpAllocations allocations;
    private final AllocationBook book;
    private final ServiceLookup services;

    AllocationController(IpAllocations allocations, AllocationBook book, ServiceLookup services) {
        this.allocations = allocations;
        this.book = book;
        this.services = services;
    }

    @GetMapping("/admin/addresses/{id}")
    @AllowedTo(Audience.CREWS)
    ModelAndView show(Actor actor, @PathVariable long id) {
        var allocation = find(actor, id);
        return page(actor, allocation, times(allocation), Form.withDefaults(Map.of()));
    }

    private IpAllocation find(Actor actor, long id) {
        return allocations.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private static Form times(IpAllocation allocation) {
        return Form.editing(AllocationForm.fields(allocation.from(), allocation.until()));
    }

    private static ModelAndView page(Actor actor, IpAllocation allocation, Form times, Form move) {
        return PageView.of(
                pages().networkAddressesAllocation(allocation, actor.superuser(), times, move),
                times.hasErrors() ? times.status() : move.status());
    }

    @PostMapping("/admin/addresses/{id}")
    ModelAndView correct(Actor actor, @PathVariable long id, Form form) {
        var allocation = find(actor, id);
        Instant from = form.required("from", InstantField.in(form, "from"), Instant.EPOCH);
        Instant until = InstantField.in(form, "until");
        return form.accepts(() -> book.correct(actor, id, from, until, form.snapshot()))
                ? Redirect.to(PATH + id, "done.address-corrected")
                : page(actor, allocation, form, Form.withDefaults(Map.of()));
    }

    @PostMapping({"/admin/addresses/{id}/reassignment", "/admin/addresses/{id}/move"})
    ModelAndView move(Actor actor, @PathVariable long id, Form form) {
        var allocation = find(actor, id);
        Instant at = InstantField.in(form, "at");
        String typed = form.required("service");
        return form.accepts(() -> book.move(actor, id, services.named(actor, "service", typed), at))
                ? Redirect.to(SERVICE + allocation.service().id(), "done.address-moved")
                : page(actor, allocation, times(allocation), form);
    }

    @PostMapping({"/admin/addresses/{id}/termination", "/admin/addresses/{id}/end"})
    ModelAndView end(Actor actor, @PathVariable long id) {
        return Redirect.to(SERVICE + book.end(actor, id), "done.address-ended");
    }

    @PostMapping("/admin/addresses/{id}/deletion")
    ModelAndView remove(Actor actor, @PathVariable long id) {
        return Redirect.to(SERVICE + book.remove(actor, id), "done.address-removed");
    }
}
