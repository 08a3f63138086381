package org.jadhere.network.services;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import org.jadhere.people.access.Actor;
import org.jooq.Condition;

/** The rights on services and on the records that belong to them, as conditions on SERVICE and SERVICE_TYPE. */
public final class ServiceRights {

    private ServiceRights() {}

    /** Crews: only the services of the types that they manage. Administrators: all. */
    public static Condition managedBy(Actor actor) {
        if (actor.superuser()) {
            return trueCondition();
        }
        return actor.isCrew() ? SERVICE.TYPE_ID.in(actor.managedTypes()) : falseCondition();
    }

    /** As {@link #managedBy}; the bank crew sees all services, since it sees all payments. */
    public static Condition seenBy(Actor actor) {
        return actor.isBank() ? trueCondition() : managedBy(actor);
    }

    /** The managing crew sets member and period of a service; the bank crew only sees them. */
    public static boolean mayAssign(Actor actor, Service service) {
        return actor.manages(service.type().id());
    }

    /**
     * The services that the user, or an organisation that the user acts for, holds on a day. An array, which PostgreSQL
     * reads once: as a join it is one too many for the planner (join_collapse_limit), which then reads all services.
     */
    public static Condition heldBy(Actor actor, LocalDate day) {
        return SERVICE.ID.eq(any(array(select(HOLDING.SERVICE_ID)
                .from(HOLDING)
                .where(Holdings.ownedHoldings(actor))
                .and(Holdings.coversDay(day)))));
    }

    static Condition typesSeenBy(Actor actor) {
        if (actor.superuser()) {
            return trueCondition();
        }
        return actor.isCrew() ? SERVICE_TYPE.ID.in(actor.managedTypes()) : falseCondition();
    }

    /** The types by which the user may filter lists; only their names are shown. */
    static Condition typeNamesSeenBy(Actor actor) {
        return actor.isBank() ? trueCondition() : typesSeenBy(actor);
    }
}
