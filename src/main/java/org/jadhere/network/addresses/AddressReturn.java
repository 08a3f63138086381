package org.jadhere.network.addresses;

import static org.jadhere.platform.db.Tables.IP_ALLOCATION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jadhere.network.services.Service;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.PgAddresses;
import org.jadhere.platform.web.Texts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes addresses back from services that end; only administrators may. Allocations are ended, none is removed. */
@Component
public class AddressReturn {

    private final DSLContext db;
    private final Clock clock;

    AddressReturn(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Ends all allocations of a service after this day in Paris, or now if the day is past. */
    @Transactional
    public void takeBack(Actor actor, Service service, LocalDate lastDay) {
        Instant now = clock.instant();
        Instant endOfDay = lastDay.plusDays(1).atStartOfDay(Texts.PARIS).toInstant();
        end(actor, IP_ALLOCATION.SERVICE_ID.eq(service.id()), endOfDay.isAfter(now) ? endOfDay : now);
    }

    /** Ends now all allocations of services that have ended; returns their number. */
    @Transactional
    public int takeAllBack(Actor actor) {
        return end(actor, ofEndedService(LocalDate.now(clock)), clock.instant());
    }

    /** A condition on IP_ALLOCATION: still held, although its service has ended. */
    static Condition ofEndedService(LocalDate today) {
        return IP_ALLOCATION.HELD_UNTIL.isNull().and(IP_ALLOCATION.SERVICE_ENDS_ON.le(today));
    }

    private int end(Actor actor, Condition held, Instant until) {
        actor.must(actor.superuser());
        PgAddresses.lockAllocations(db);
        return db.update(IP_ALLOCATION)
                .set(IP_ALLOCATION.HELD_UNTIL, until)
                .where(held)
                .and(IP_ALLOCATION.HELD_FROM.lt(until))
                .and(IP_ALLOCATION.HELD_UNTIL.isNull().or(IP_ALLOCATION.HELD_UNTIL.gt(until)))
                .execute();
    }
}
