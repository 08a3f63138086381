package org.jadhere.network.dns;

import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.people.access.Actor;
import org.jooq.Condition;

/** The rights on reverse names, as conditions on SERVICE and REVERSE_NAME. */
final class ReverseNameRights {

    private ReverseNameRights() {}

    /** The running services of the user and of the organisations that the user acts for. */
    static Condition servicesOwnedBy(Actor actor, LocalDate today) {
        return ServiceRights.heldBy(actor, today);
    }

    static Condition namesOwnedBy(Actor actor, LocalDate today) {
        return REVERSE_NAME.SERVICE_ID.in(select(SERVICE.ID).from(SERVICE).where(servicesOwnedBy(actor, today)));
    }

    /** Administrators: all names; other users: those of their running services. */
    static Condition namesSeenBy(Actor actor, LocalDate today) {
        return actor.superuser() ? trueCondition() : namesOwnedBy(actor, today);
    }
}
