package org.jadhere.addresses;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.web.Done;
import org.jadhere.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Giving a service addresses that were chosen, from now or another instant on. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class GivingController {

    private final AllocationBook book;

    GivingController(AllocationBook book) {
        this.book = book;
    }

    @GetMapping("/admin/services/{id}/addresses/new")
    ModelAndView offer(@PathVariable long id) {
        return page(id, Form.suggesting(Map.of()));
    }

    private static ModelAndView page(long id, Form form) {
        var page = new ModelAndView("addresses/give").addObject("serviceId", id).addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    @PostMapping("/admin/services/{id}/addresses")
    ModelAndView give(Actor actor, @PathVariable long id, Form form) {
        var choice = AllocationForm.choice(form);
        return form.accepts(() -> book.give(actor, id, choice))
                ? Done.at("/admin/services/" + id, "done.address-given")
                : page(id, form);
    }
}
