package org.jadhere.network.services;

import java.util.List;
import java.util.regex.Pattern;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.RuleViolationException;
import org.springframework.stereotype.Component;

/** Finds the services that match a text typed in a field. */
@Component
public class ServiceLookup {

    // #12 or n° 12, optionally followed by the label
    private static final Pattern LEADING_NUMBER = Pattern.compile("(?i)(?:n°|#)[\\s\\h]*(\\d{1,18})(?:\\s.*)?");

    private final Services services;

    ServiceLookup(Services services) {
        this.services = services;
    }

    /** Returns the id of the single match, by number or fragment; rejects the field for zero or several matches. */
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

    /** The first matches, at most 8. */
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
