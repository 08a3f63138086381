package org.jadhere.network.addresses;

import java.util.Map;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of allocations. */
@Controller
@AllowedTo(Audience.CREWS)
class AllocationListController {

    private final IpAllocations allocations;
    private final ServiceTypes types;

    AllocationListController(IpAllocations allocations, ServiceTypes types) {
        this.allocations = allocations;
        this.types = types;
    }

    @GetMapping("/admin/addresses")
    ModelAndView list(Actor actor, Form form) {
        var filter = IpAllocationFilter.of(form);
        return new ModelAndView(
                "network/addresses/allocations",
                Map.of(
                        "form", form,
                        "order", filter.order(),
                        "types", types.choices(actor),
                        "page", allocations.page(actor, filter, Keyset.of(form))));
    }
}
