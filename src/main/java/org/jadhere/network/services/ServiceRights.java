package org.jadhere.network.services;

import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;

import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberRights;
import org.jooq.Condition;

/** Who may see which services, and what hangs on them. Conditions on SERVICE and SERVICE_TYPE. */
public final class ServiceRights {

    private ServiceRights() {}

    /** Crews: those of the types they manage, and no other. */
    public static Condition managedBy(Actor actor) {
        if (actor.superuser()) {
            return trueCondition();
        }
        return actor.isCrew() ? SERVICE.TYPE_ID.in(actor.managedTypes()) : falseCondition();
    }

    /** The same, and for the bank all, since it sees the payments of all. */
    public static Condition seenBy(Actor actor) {
        return actor.isBank() ? trueCondition() : managedBy(actor);
    }

    /** Whose a service is, since when and until when: its crew says so. The bank sees it, and leaves it. */
    public static boolean mayAssign(Actor actor, Service service) {
        return actor.manages(service.type().id());
    }

    /** Everyone: their own services, and those of organisations they act for. */
    public static Condition ownedBy(Actor actor) {
        return SERVICE.MEMBER_ID.in(MemberRights.idsOf(actor));
    }

    static Condition typesSeenBy(Actor actor) {
        if (actor.superuser()) {
            return trueCondition();
        }
        return actor.isCrew() ? SERVICE_TYPE.ID.in(actor.managedTypes()) : falseCondition();
    }

    /** Whose services may be listed by type: the types themselves show no more than their name. */
    static Condition typesNamedTo(Actor actor) {
        return actor.isBank() ? trueCondition() : typesSeenBy(actor);
    }
}
