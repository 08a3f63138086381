package org.jadhere.network.addresses;

import static org.jadhere.platform.web.Texts.t;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.platform.web.Downloads;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** Exports the list of allocations. */
@Controller
@AllowedTo(Audience.CREWS)
class AllocationExportController {

    private final IpAllocations allocations;
    private final Downloads downloads;

    AllocationExportController(IpAllocations allocations, Downloads downloads) {
        this.allocations = allocations;
        this.downloads = downloads;
    }

    @GetMapping("/admin/addresses/export")
    View export(Actor actor, Form form) {
        return downloads.of(form, sheet(), row -> allocations.each(actor, IpAllocationFilter.of(form), row));
    }

    private static Sheet<IpAllocation> sheet() {
        return Sheet.<IpAllocation>titled(t("menu.addresses"))
                .column(t("address"), allocation -> allocation.address().toString())
                .column(t("service"), allocation -> allocation.service().label())
                .column(t("type"), allocation -> allocation.service().type().name())
                .column(t("member.number.short"), allocation -> Member.Ref.number(allocation.member()))
                .column(t("member"), allocation -> Member.Ref.name(allocation.member()))
                .column(t("address.from"), IpAllocation::from)
                .column(t("address.until"), IpAllocation::until);
    }
}
