package org.jadhere.services;

import static org.jadhere.db.Tables.MEMBER;
import static org.jadhere.db.Tables.SERVICE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.access.Actor;
import org.jadhere.members.Subscriptions;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The services of members, for the list of members. */
@Component
class RunningSubscriptions implements Subscriptions {

    private final Clock clock;

    RunningSubscriptions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Condition running(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return exists(selectOne()
                .from(SERVICE)
                .where(SERVICE.MEMBER_ID.eq(MEMBER.ID))
                .and(SERVICE.STARTS_ON.le(today))
                .and(SERVICE.ENDS_ON.isNull().or(SERVICE.ENDS_ON.gt(today)))
                .and(ServiceRights.seenBy(actor)));
    }
}
