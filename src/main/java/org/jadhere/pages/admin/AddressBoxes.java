package org.jadhere.pages.admin;

import static org.jadhere.platform.web.Texts.t;

import java.util.List;
import java.util.Map;
import org.jadhere.network.addresses.IpAllocation;
import org.jadhere.network.addresses.IpAllocationFilter;
import org.jadhere.network.addresses.IpAllocations;
import org.jadhere.network.addresses.PrefixLine;
import org.jadhere.network.addresses.Prefixes;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The prefixes that run out of free addresses, and the addresses of ended services, for administrators. */
@Component
@Order(2)
class AddressBoxes implements DashboardBoxes {

    private final Prefixes prefixes;
    private final IpAllocations allocations;

    AddressBoxes(Prefixes prefixes, IpAllocations allocations) {
        this.prefixes = prefixes;
        this.allocations = allocations;
    }

    @Override
    public List<DashboardBox> of(Actor actor) {
        if (!actor.superuser()) {
            return List.of();
        }
        var shortPrefixes = prefixes.all().stream().filter(PrefixLine::isShort).toList();
        return List.of(
                DashboardBox.of(
                        "prefixes",
                        "/admin/prefixes",
                        Map.of(),
                        new Page<>(shortPrefixes, null, null),
                        AddressBoxes::line),
                heldByEndedServices(actor));
    }

    private DashboardBox heldByEndedServices(Actor actor) {
        var parameters = Map.of("ended", "yes");
        var page =
                allocations.page(actor, IpAllocationFilter.of(Form.withDefaults(parameters)), new Keyset(null, null));
        return DashboardBox.of("held", "/admin/addresses", parameters, page, AddressBoxes::line);
    }

    private static DashboardBox.Line line(IpAllocation held) {
        return new DashboardBox.Line(
                "/admin/services/" + held.service().id(),
                held.address().toString(),
                held.service().label());
    }

    private static DashboardBox.Line line(PrefixLine line) {
        return new DashboardBox.Line(
                "/admin/prefixes/" + line.prefix().id(),
                line.prefix().range().toString(),
                t("prefixes.percent", line.use().percent()));
    }
}
