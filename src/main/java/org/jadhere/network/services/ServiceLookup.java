package org.jadhere.network.services;

import java.util.List;
import java.util.regex.Pattern;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.RuleViolationException;
import org.springframework.stereotype.Component;

/** Which service was meant by what was typed in a field for one. */
@Component
public class ServiceLookup {

    // #12, n° 12, or either with the label behind it
    private static final Pattern LEADING_NUMBER = Pattern.compile("(?i)(?:n°|#)[\\s\\h]*(\\d{1,18})(?:\\s.*)?");

    private final Services services;

    ServiceLookup(Services services) {
        this.services = services;
    }

    /** The id of the one that was meant, by number or by any fragment that leads to one alone; refuses beside the field otherwise. */
    public long named(Actor actor, String field, String typed) {
        return RuleViolationException.requireSingle(
                        choices(actor, typed),
                        ServiceLookup::label,
                        field,
                        typed,
                        "error.service-unknown",
                        "error.service-ambiguous")
                .id();
    }

    /** A few that might be meant. */
    public List<Service.Ref> choices(Actor actor, String typed) {
        var number = LEADING_NUMBER.matcher(typed.strip());
        return number.matches()
                ? services.find(actor, Long.parseLong(number.group(1))).map(Service::ref).stream()
                        .toList()
                : services.choices(actor, typed);
    }

    static String label(Service.Ref service) {
        return "#%d %s (%s)"
                .formatted(service.id(), service.label(), service.type().name())
                .replace("  ", " ");
    }
}
