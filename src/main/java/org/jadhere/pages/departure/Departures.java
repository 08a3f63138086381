package org.jadhere.pages.departure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.DepartureReasons;
import org.springframework.stereotype.Component;

/** Gathers what a leaving person still holds, each with whose turn it is. */
@Component
class Departures {

    private final ServiceLines services;
    private final PersonLines person;
    private final DepartureRest rest;
    private final DepartureReasons reasons;
    private final Clock clock;

    Departures(ServiceLines services, PersonLines person, DepartureRest rest, DepartureReasons reasons, Clock clock) {
        this.services = services;
        this.person = person;
        this.rest = rest;
        this.reasons = reasons;
        this.clock = clock;
    }

    Departure of(Actor actor, Leaver leaver) {
        LocalDate today = LocalDate.now(clock);
        int ofOtherCrews = rest.ofOtherCrews(actor, leaver, today);
        return new Departure(
                leaver,
                lines(actor, leaver, today, ofOtherCrews > 0),
                ofOtherCrews,
                rest.beyond(actor, leaver.member()),
                rest.letters(leaver),
                rest.request(actor, leaver));
    }

    /** An account is the last line: whether to close it depends on the others. */
    private List<DepartureLine> lines(Actor actor, Leaver leaver, LocalDate today, boolean othersHold) {
        var noted = reasons.of(actor, leaver.holder());
        var lines = new ArrayList<DepartureLine>();
        var member = leaver.member();
        if (member != null) {
            lines.addAll(services.of(actor, member, noted, today));
            services.addresses(actor, member, noted, today).ifPresent(lines::add);
        }
        lines.addAll(person.of(actor, leaver, noted));
        boolean keeps = othersHold || lines.stream().anyMatch(DepartureLine::stays);
        person.account(actor, leaver, keeps, noted).ifPresent(lines::add);
        return lines;
    }
}
