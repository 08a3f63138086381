package org.jadhere.pages.admin;

import static org.jadhere.platform.web.Texts.t;

import java.util.List;
import java.util.Map;
import org.jadhere.network.addresses.PrefixLine;
import org.jadhere.network.addresses.Prefixes;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The prefixes that run out of free addresses, for administrators. */
@Component
@Order(2)
class AddressBoxes implements DashboardBoxes {

    private final Prefixes prefixes;

    AddressBoxes(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    @Override
    public List<DashboardBox> of(Actor actor) {
        if (!actor.superuser()) {
            return List.of();
        }
        var shortPrefixes = prefixes.all().stream().filter(PrefixLine::isShort).toList();
        return List.of(DashboardBox.of(
                "prefixes", "/admin/prefixes", Map.of(), new Page<>(shortPrefixes, null, null), AddressBoxes::line));
    }

    private static DashboardBox.Line line(PrefixLine line) {
        return new DashboardBox.Line(
                "/admin/prefixes/" + line.prefix().id(),
                line.prefix().range().toString(),
                t("prefixes.percent", line.use().percent()));
    }
}
