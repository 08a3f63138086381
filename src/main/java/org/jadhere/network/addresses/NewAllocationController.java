package org.jadhere.network.addresses;

import static org.jadhere.jte.Pages.pages;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page to allocate chosen addresses to a service. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class NewAllocationController {

    private final AllocationBook book;

    NewAllocationController(AllocationBook book) {
        this.book = book;
    }

    @GetMapping("/admin/services/{id}/addresses/new")
    ModelAndView show(@PathVariable long id) {
        return page(id, Form.withDefaults(Map.of()));
    }

    private static ModelAndView page(long id, Form form) {
        return form.page(pages().networkAddressesAllocationNew(id, form));
    }

    @PostMapping("/admin/services/{id}/addresses")
    ModelAndView allocate(Actor actor, @PathVariable long id, Form form) {
        var choice = AllocationForm.choice(form);
        return form.accepts(() -> book.allocate(actor, id, choice))
                ? Redirect.to("/admin/services/" + id, "done.address-given")
                : page(id, form);
    }
}
