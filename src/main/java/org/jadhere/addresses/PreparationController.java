package org.jadhere.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.db.IpPrefix;
import org.jadhere.services.ServiceForm;
import org.jadhere.services.ServiceTypes;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Preparing one service with its addresses; giving an address and ending it. */
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
        var addresses = addresses(form);
        return form.result(() -> preparation.prepare(actor, description, addresses, form.once()))
                .map(id -> Done.at("/admin/services/" + id, "done.service-prepared"))
                .orElseGet(() -> page(actor, form));
    }

    @PostMapping("/admin/services/{id}/addresses")
    ModelAndView give(Actor actor, @PathVariable long id, Form form) {
        form.required("addresses");
        var addresses = addresses(form);
        return form.accepts(() -> addresses.forEach(address -> preparation.give(actor, id, address)))
                ? Done.at("/admin/services/" + id, "done.address-given")
                : giving(id, form);
    }

    @GetMapping("/admin/services/{id}/addresses/new")
    ModelAndView offerToGive(@PathVariable long id) {
        return giving(id, Form.suggesting(Map.of()));
    }

    private static ModelAndView giving(long id, Form form) {
        var page = new ModelAndView("addresses/give").addObject("serviceId", id).addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping("/admin/addresses/{id}/end")
    ModelAndView end(Actor actor, @PathVariable long id) {
        return Done.at("/admin/services/" + preparation.end(actor, id), "done.address-ended");
    }

    /** As many as were typed, apart by spaces, commas or lines. */
    private static List<IpPrefix> addresses(Form form) {
        List<IpPrefix> addresses = new ArrayList<>();
        for (String word : form.value("addresses").strip().split("[\\s,;]+")) {
            if (!word.isEmpty()) {
                try {
                    addresses.add(IpPrefix.parse(word));
                } catch (IllegalArgumentException notAnAddress) {
                    form.reject("addresses", "error.address", word);
                }
            }
        }
        return addresses;
    }
}
