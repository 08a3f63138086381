package org.jadhere.network.services;

import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;

import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberRights;
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

    /** The services of the user and of the organisations that the user acts for. */
    public static Condition ownedBy(Actor actor) {
        return SERVICE.MEMBER_ID.in(MemberRights.idsOf(actor));
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
