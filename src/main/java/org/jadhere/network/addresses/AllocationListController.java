package org.jadhere.network.addresses;

import static org.jadhere.jte.Pages.pages;

import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of allocations. */
@Controller
@AllowedTo(Audience.CREWS)
class AllocationListController {

    private final IpAllocations allocations;
    private final AddressReturn addressReturn;
    private final ServiceTypes types;

    AllocationListController(IpAllocations allocations, AddressReturn addressReturn, ServiceTypes types) {
        this.allocations = allocations;
        this.addressReturn = addressReturn;
        this.types = types;
    }

    @GetMapping("/admin/addresses")
    ModelAndView list(Actor actor, Form form) {
        var filter = IpAllocationFilter.of(form);
        return PageView.of(pages().networkAddressesAllocations(
                        form,
                        filter.order(),
                        filter.ended() && actor.superuser(),
                        types.choices(actor),
                        allocations.page(actor, filter, Keyset.of(form))));
    }

    /** Ends all allocations that the list shows for {@code ended=yes}. */
    @AllowedTo(Audience.ADMINISTRATORS)
    @PostMapping("/admin/addresses/ended/termination")
    ModelAndView takeAllBack(Actor actor) {
        addressReturn.takeAllBack(actor);
        return Redirect.to("/admin/addresses?ended=yes", "done.addresses-taken-back");
    }
}
