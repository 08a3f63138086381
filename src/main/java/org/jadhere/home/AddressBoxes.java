package org.jadhere.home;

import static org.jadhere.web.Texts.t;

import java.util.List;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.addresses.PrefixLine;
import org.jadhere.addresses.Prefixes;
import org.jadhere.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prefixes that run short, for those who get more of them. */
@Component
@Order(2)
class AddressBoxes implements Boxes {

    private final Prefixes prefixes;

    AddressBoxes(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    @Override
    public List<Box> of(Actor actor) {
        if (!actor.superuser()) {
            return List.of();
        }
        var running = prefixes.all().stream().filter(PrefixLine::isShort).toList();
        return List.of(
                Box.of("prefixes", "/admin/prefixes", Map.of(), new Page<>(running, null, null), AddressBoxes::line));
    }

    private static Box.Line line(PrefixLine line) {
        return new Box.Line(
                "/admin/prefixes/" + line.prefix().id(),
                line.prefix().range().toString(),
                t("prefixes.percent", line.use().percent()));
    }
}
