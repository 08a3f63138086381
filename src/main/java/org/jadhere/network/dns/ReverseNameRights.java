package org.jadhere.network.dns;

import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.people.access.Actor;
import org.jooq.Condition;

/** Who declares the names of which addresses. Conditions on SERVICE and REVERSE_NAME. */
final class ReverseNameRights {

    private ReverseNameRights() {}

    /** Services that run, of the actor and of organisations they act for: whoever has one names its addresses. */
    static Condition owned(Actor actor, LocalDate today) {
        return ServiceRights.ownedBy(actor)
                .and(SERVICE.STARTS_ON.le(today))
                .and(SERVICE.ENDS_ON.isNull().or(SERVICE.ENDS_ON.gt(today)));
    }

    static Condition namesOwned(Actor actor, LocalDate today) {
        return REVERSE_NAME.SERVICE_ID.in(select(SERVICE.ID).from(SERVICE).where(owned(actor, today)));
    }

    /** Administrators: all. */
    static Condition namesInReach(Actor actor, LocalDate today) {
        return actor.superuser() ? trueCondition() : namesOwned(actor, today);
    }
}
