package org.jadhere.addresses;

import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.services.ServiceTypes;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The addresses that services held. */
@Controller
@AllowedTo(Audience.CREWS)
class AddressController {

    private final IpAllocations allocations;
    private final ServiceTypes types;

    AddressController(IpAllocations allocations, ServiceTypes types) {
        this.allocations = allocations;
        this.types = types;
    }

    @GetMapping("/admin/addresses")
    ModelAndView list(Actor actor, Form form) {
        var filter = IpAllocationFilter.of(form);
        return new ModelAndView(
                "addresses/addresses",
                Map.of(
                        "form", form,
                        "order", filter.order(),
                        "types", types.choices(actor),
                        "page", allocations.page(actor, filter, Keyset.of(form))));
    }
}
