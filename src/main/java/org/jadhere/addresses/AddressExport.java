package org.jadhere.addresses;

import static org.jadhere.web.Texts.t;

import org.jadhere.access.Actor;
import org.jadhere.access.AllowedTo;
import org.jadhere.access.Audience;
import org.jadhere.members.Member;
import org.jadhere.web.Downloads;
import org.jadhere.web.Form;
import org.jadhere.web.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The list of addresses, to take away. */
@Controller
@AllowedTo(Audience.CREWS)
class AddressExport {

    private final IpAllocations allocations;
    private final Downloads downloads;

    AddressExport(IpAllocations allocations, Downloads downloads) {
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
