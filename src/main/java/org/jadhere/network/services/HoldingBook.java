package org.jadhere.network.services;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.platform.web.Texts;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes who holds a service, and when; the managing crew of the type may. Payments are ended by the callers, which know
 * them. A service that the user cannot see is a {@link NotFoundException}, an act that they may not do an {@link
 * AccessDeniedException}, days that contradict the records a {@link RuleViolationException}.
 */
@Component
public class HoldingBook {

    public static final String FIRST_DAY = "first-day";
    public static final String LAST_DAY = "last-day";

    private final HoldingRows rows;
    private final Holdings holdings;

    HoldingBook(HoldingRows rows, Holdings holdings) {
        this.rows = rows;
        this.holdings = holdings;
    }

    /** The holding that ends with the service, if it has no end of its own before. */
    public Optional<Holding> last(Actor actor, Service service) {
        return holdings.of(actor, service).stream().findFirst();
    }

    /**
     * A holding that an act has ended.
     *
     * @param lastDay of the holding
     */
    public record Ended(Holding holding, LocalDate lastDay) {}

    /** Ends the present holding the day before; the next one begins on the first day. */
    @Transactional
    public Ended handOver(Actor actor, long id, Member.Ref member, LocalDate firstDay, FormSnapshot snapshot) {
        var service = unchanged(actor, id, snapshot);
        var held = requireHolding(service, FIRST_DAY, firstDay.minusDays(1));
        if (held.member().id() == member.id()) {
            throw new RuleViolationException("member", "error.same-holder", member.label());
        }
        LocalDate end = untilEnd(service, firstDay).end();
        return rows.write(FIRST_DAY, () -> rows.handOver(service, held, member, firstDay, end, FIRST_DAY));
    }

    /** Ends the present holding; the service goes on without a member. */
    @Transactional
    public Ended pause(Actor actor, long id, LocalDate lastDay, FormSnapshot snapshot) {
        var held = requireHolding(unchanged(actor, id, snapshot), LAST_DAY, lastDay);
        return rows.write(LAST_DAY, () -> rows.ended(held, lastDay));
    }

    /** Ends the service and its last holding. */
    @Transactional
    public Optional<Ended> terminate(Actor actor, long id, LocalDate lastDay, FormSnapshot snapshot) {
        var service = unchanged(actor, id, snapshot);
        LocalDate start = service.period().start();
        if (start == null || lastDay.isBefore(start)) {
            throw new RuleViolationException(LAST_DAY, "error.ends-before-start");
        }
        return rows.write(LAST_DAY, () -> {
            rows.setServicePeriod(service, new Period(start, lastDay.plusDays(1)));
            return last(actor, service)
                    .filter(held -> endsWith(held, service, lastDay))
                    .map(held -> rows.ended(held, lastDay));
        });
    }

    /** Whether the holding lasts until the service ends: it has no end of its own before that day. */
    private static boolean endsWith(Holding held, Service service, LocalDate lastDay) {
        if (lastDay.isBefore(held.start())) {
            throw new RuleViolationException(LAST_DAY, "error.holding-begins-later", Texts.date(held.start()));
        }
        return Objects.equals(held.period().end(), service.period().end()) || !held.isOver(lastDay.plusDays(1));
    }

    /** Begins a holding after a pause, of the same member or another one, until the end of the service. */
    @Transactional
    public void restart(Actor actor, long id, Member.Ref member, LocalDate firstDay, FormSnapshot snapshot) {
        var service = unchanged(actor, id, snapshot);
        Period period = untilEnd(service, firstDay);
        rows.write(FIRST_DAY, () -> {
            rows.begin(service, member, period);
            return true;
        });
    }

    /** From a day until the service ends. */
    private static Period untilEnd(Service service, LocalDate firstDay) {
        LocalDate end = service.period().end();
        if (end != null && !firstDay.isBefore(end)) {
            throw new RuleViolationException(FIRST_DAY, "error.holding-outside-service");
        }
        return new Period(firstDay, end);
    }

    /** The holding that an act ends on a day within it. */
    private static Holding requireHolding(Service service, String field, LocalDate lastDay) {
        var held = service.holding();
        if (held == null) {
            throw new RuleViolationException("form", "error.no-holder");
        }
        if (lastDay.isBefore(held.start())) {
            throw new RuleViolationException(field, "error.holding-begins-later", Texts.date(held.start()));
        }
        if (held.isOver(lastDay)) {
            throw new RuleViolationException(
                    field,
                    "error.holding-ends-earlier",
                    Texts.date(held.period().lastDay()));
        }
        return held;
    }

    private Service unchanged(Actor actor, long id, FormSnapshot snapshot) {
        var service = rows.lockManaged(actor, id);
        snapshot.requireUnchanged(state(service));
        return service;
    }

    /** What a form for an act shows of the service: it is refused when another act has changed it. */
    public static Map<String, String> state(Service service) {
        return Map.of(
                "holder",
                service.member() == null ? "" : service.member().label(),
                "holder-until",
                Objects.toString(
                        service.holding() == null
                                ? null
                                : service.holding().period().lastDay(),
                        ""),
                LAST_DAY,
                Objects.toString(service.period().lastDay(), ""));
    }
}
