package org.jadhere.people.access;

import static org.jadhere.platform.db.Tables.REHEARSAL;

import java.time.Clock;
import org.jadhere.platform.audit.SecurityLog;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator views the pages as another user, to check a delegation: read-only, and recorded in the history. */
@Component
public class ViewAs {

    /** The session attribute with the username of the other user. */
    public static final String USERNAME_ATTRIBUTE = "rehearsal.as";

    private final DSLContext db;
    private final Clock clock;

    ViewAs(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    public void begin(Actor actor, long userId) {
        actor.must(actor.superuser());
        end(actor);
        SecurityLog.write(SecurityLog.Event.VIEW_AS, actor.userId(), "user=" + userId);
        db.insertInto(REHEARSAL, REHEARSAL.ACTOR_ID, REHEARSAL.USER_ID)
                .values(actor.userId(), userId)
                .execute();
    }

    @Transactional
    public void end(Actor actor) {
        db.update(REHEARSAL)
                .set(REHEARSAL.ENDED_AT, clock.instant())
                .where(REHEARSAL.ACTOR_ID.eq(actor.userId()))
                .and(REHEARSAL.ENDED_AT.isNull())
                .execute();
    }
}
