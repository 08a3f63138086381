package org.jadhere.network.services;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.SERVICE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.db.Pg;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.platform.web.Texts;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the rows of holdings and the days of their services, within the transaction of an act. */
@Component
class HoldingRows {

    private static final Map<String, String> VIOLATIONS = Map.of(
            "holding_one_holder", "error.holder-on-these-days",
            "holding_dates", "error.ends-before-start",
            "holding_within_service", "error.holding-outside-service",
            "payment_holding", "error.holding-has-payments",
            "holding_keeps_payments", "error.holding-has-payments",
            "act_stands", "error.act-changed-since");

    private static final String[] DEFERRED = {"holding_within_service", "service_covers_holdings", "holding_one_holder"
    };

    private final DSLContext db;
    private final Services services;

    HoldingRows(DSLContext db, Services services) {
        this.db = db;
        this.services = services;
    }

    /** Locks a service of a type that the actor's crews manage. */
    Service lockManaged(Actor actor, long id) {
        lock(db, SERVICE.ID, id);
        var service = services.find(actor, id).orElseThrow(NotFoundException::new);
        actor.must(ServiceRights.mayAssign(actor, service));
        return service;
    }

    /**
     * Runs an act. The days of service and holdings change together: the database compares them at its end.
     *
     * @param field the form field beside which a violation is shown
     */
    <T> T write(String field, Supplier<T> act) {
        Map<String, RuleViolationException> violations = new HashMap<>();
        VIOLATIONS.forEach((constraint, key) -> violations.put(constraint, new RuleViolationException(field, key)));
        return RuleViolationException.translateConstraints(violations, () -> {
            Pg.deferConstraints(db, DEFERRED);
            T result = act.get();
            Pg.checkConstraints(db, DEFERRED);
            return result;
        });
    }

    /** A service that had no first day begins with its first holding. */
    void begin(Service service, Member.Ref member, Period period) {
        LocalDate firstDay = Objects.requireNonNull(period.start());
        LocalDate start = service.period().start();
        setServicePeriod(
                service, new Period(start == null || firstDay.isBefore(start) ? firstDay : start, period.end()));
        db.insertInto(HOLDING)
                .set(HOLDING.SERVICE_ID, service.id())
                .set(HOLDING.MEMBER_ID, member.id())
                .set(HOLDING.STARTS_ON, firstDay)
                .set(HOLDING.ENDS_ON, period.end())
                .execute();
    }

    /** The first day of the first holding and the end of the last one are those of the service as well. */
    void correct(Service service, Holding held, Member.Ref member, Period period) {
        boolean first = held.start().equals(service.period().start());
        boolean last = Objects.equals(held.period().end(), service.period().end());
        setServicePeriod(
                service,
                new Period(
                        first ? period.start() : service.period().start(),
                        last ? period.end() : service.period().end()));
        db.update(HOLDING)
                .set(HOLDING.MEMBER_ID, member.id())
                .set(HOLDING.STARTS_ON, period.start())
                .set(HOLDING.ENDS_ON, period.end())
                .where(HOLDING.ID.eq(held.id()))
                .execute();
    }

    /** The present holding ends the day before; the next one begins on the first day. */
    HoldingBook.Ended handOver(
            Service service,
            Holding held,
            Member.Ref member,
            LocalDate firstDay,
            @Nullable LocalDate end,
            String field) {
        if (!firstDay.isAfter(held.start())) {
            throw new RuleViolationException(
                    field, "error.handover-too-early", held.member().label(), Texts.date(held.start()));
        }
        var ended = ended(held, firstDay.minusDays(1));
        begin(service, member, new Period(firstDay, end));
        return ended;
    }

    HoldingBook.Ended ended(Holding held, LocalDate lastDay) {
        end(held, lastDay);
        return new HoldingBook.Ended(held, lastDay);
    }

    private void end(Holding held, LocalDate lastDay) {
        db.update(HOLDING)
                .set(HOLDING.ENDS_ON, lastDay.plusDays(1))
                .where(HOLDING.ID.eq(held.id()))
                .execute();
    }

    void delete(Holding held) {
        db.deleteFrom(HOLDING).where(HOLDING.ID.eq(held.id())).execute();
    }

    boolean hasHoldings(Service service) {
        return db.fetchExists(HOLDING, HOLDING.SERVICE_ID.eq(service.id()));
    }

    void setServicePeriod(Service service, Period period) {
        if (!period.equals(service.period())) {
            db.update(SERVICE)
                    .set(SERVICE.STARTS_ON, period.start())
                    .set(SERVICE.ENDS_ON, period.end())
                    .where(SERVICE.ID.eq(service.id()))
                    .execute();
        }
    }
}
