package org.jadhere.network.services;

import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.LocalDate;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberServices;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** The services of members, for the list of members. */
@Component
class RunningServices implements MemberServices {

    private final Clock clock;

    RunningServices(Clock clock) {
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
