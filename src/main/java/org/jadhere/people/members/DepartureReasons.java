package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.DEPARTURE_REASON;
import static org.jooq.impl.DSL.excluded;

import java.time.Clock;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.PersonName;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and notes why something stays with a person who leaves; crews may. There is one reason for each item. */
@Component
public class DepartureReasons {

    private final DSLContext db;
    private final Clock clock;

    DepartureReasons(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Who leaves: a member, a user, or a member with their account. Reasons belong to the member if there is one; those
     * of the time before the user joined are found as well.
     */
    public record Holder(@Nullable Long member, @Nullable Long user) {

        private Condition isHolder() {
            return DEPARTURE_REASON.MEMBER_ID.eq(member).or(DEPARTURE_REASON.USER_ID.eq(user));
        }
    }

    /** The reasons by item. The caller shows those of items that the actor sees. */
    public Map<String, DepartureReason> of(Actor actor, Holder holder) {
        actor.must(actor.isCrew());
        return db.select(DEPARTURE_REASON.ITEM, DEPARTURE_REASON.REASON, DEPARTURE_REASON.NOTED_AT)
                .select(APP_USER.FIRST_NAME, APP_USER.LAST_NAME, APP_USER.USERNAME)
                .from(DEPARTURE_REASON)
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(DEPARTURE_REASON.NOTED_BY))
                .where(holder.isHolder())
                .orderBy(DEPARTURE_REASON.MEMBER_ID.asc().nullsFirst())
                .fetchMap(DEPARTURE_REASON.ITEM, DepartureReasons::toReason);
    }

    private static DepartureReason toReason(Record row) {
        return new DepartureReason(
                row.get(DEPARTURE_REASON.ITEM),
                row.get(DEPARTURE_REASON.REASON),
                row.get(APP_USER.USERNAME) == null ? "" : PersonName.in(row),
                row.get(DEPARTURE_REASON.NOTED_AT));
    }

    /** Notes the reason for an item. The same reason again keeps its author and its time. */
    @Transactional
    public void note(Actor actor, Holder holder, String item, String reason) {
        actor.must(actor.isCrew());
        var unchanged = DEPARTURE_REASON.ITEM.eq(item).and(DEPARTURE_REASON.REASON.eq(reason));
        if (db.fetchExists(DEPARTURE_REASON, holder.isHolder().and(unchanged))) {
            return;
        }
        db.insertInto(DEPARTURE_REASON)
                .set(DEPARTURE_REASON.MEMBER_ID, holder.member)
                .set(DEPARTURE_REASON.USER_ID, holder.member == null ? holder.user : null)
                .set(DEPARTURE_REASON.ITEM, item)
                .set(DEPARTURE_REASON.REASON, reason)
                .set(DEPARTURE_REASON.NOTED_BY, actor.userId())
                .set(DEPARTURE_REASON.NOTED_AT, clock.instant())
                .onConflict(DEPARTURE_REASON.MEMBER_ID, DEPARTURE_REASON.USER_ID, DEPARTURE_REASON.ITEM)
                .doUpdate()
                .set(DEPARTURE_REASON.REASON, excluded(DEPARTURE_REASON.REASON))
                .set(DEPARTURE_REASON.NOTED_BY, excluded(DEPARTURE_REASON.NOTED_BY))
                .set(DEPARTURE_REASON.NOTED_AT, excluded(DEPARTURE_REASON.NOTED_AT))
                .execute();
    }

    /** Removes the reason for an item that no longer stays; the history keeps it. */
    @Transactional
    public void forget(Actor actor, Holder holder, String item) {
        actor.must(actor.isCrew());
        db.deleteFrom(DEPARTURE_REASON)
                .where(holder.isHolder())
                .and(DEPARTURE_REASON.ITEM.eq(item))
                .execute();
    }
}
