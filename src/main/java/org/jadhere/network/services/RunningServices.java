package org.jadhere.network.services;

import static org.jadhere.platform.db.Tables.HOLDING;
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

/** Lets the list of members, which is below this package, filter by services. */
@Component
class RunningServices implements MemberServices {

    private final Clock clock;

    RunningServices(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Condition running(Actor actor) {
        return exists(selectOne()
                .from(HOLDING)
                .join(SERVICE)
                .on(SERVICE.ID.eq(HOLDING.SERVICE_ID))
                .where(HOLDING.MEMBER_ID.eq(MEMBER.ID))
                .and(Holdings.coversDay(LocalDate.now(clock)))
                .and(ServiceRights.seenBy(actor)));
    }

    @Override
    public Condition ofOtherCrews(Actor actor) {
        return exists(selectOne()
                .from(HOLDING)
                .join(SERVICE)
                .on(SERVICE.ID.eq(HOLDING.SERVICE_ID))
                .where(HOLDING.MEMBER_ID.eq(MEMBER.ID))
                .and(SERVICE.TYPE_ID.notIn(actor.managedTypes())));
    }
}
