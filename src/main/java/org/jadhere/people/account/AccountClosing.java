package org.jadhere.people.account;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CLOSING_REQUEST;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.PersonName;
import org.jadhere.platform.web.NotFoundException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Users request that their account be closed. A crew ends their services and replies; fees and payments are kept, as the
 * law requires of accounts.
 */
@Component
public class AccountClosing {

    private static final int MAX_SHOWN = 200;

    private final DSLContext db;
    private final Clock clock;
    private final AccountNotices notices;

    AccountClosing(DSLContext db, Clock clock, AccountNotices notices) {
        this.db = db;
        this.clock = clock;
        this.notices = notices;
    }

    /** An open request. */
    public record Request(long id, long userId, String name, String message, Instant askedAt) {}

    /** The actor's own open request. */
    Optional<Request> of(Actor actor) {
        return findOpen(CLOSING_REQUEST.USER_ID.eq(actor.userId())).stream().findFirst();
    }

    /** The open request of a user; empty unless the actor is in a crew. */
    public Optional<Request> of(Actor actor, long userId) {
        return actor.isCrew()
                ? findOpen(CLOSING_REQUEST.USER_ID.eq(userId)).stream().findFirst()
                : Optional.empty();
    }

    /** All open requests, the oldest first; empty unless the actor is in a crew. */
    public List<Request> open(Actor actor) {
        return actor.isCrew() ? findOpen(CLOSING_REQUEST.ID.isNotNull()) : List.of();
    }

    private List<Request> findOpen(Condition which) {
        return db.select(CLOSING_REQUEST.asterisk(), APP_USER.FIRST_NAME, APP_USER.LAST_NAME, APP_USER.USERNAME)
                .from(CLOSING_REQUEST)
                .join(APP_USER)
                .on(APP_USER.ID.eq(CLOSING_REQUEST.USER_ID))
                .where(CLOSING_REQUEST.ENDED_AT.isNull())
                .and(which)
                .orderBy(CLOSING_REQUEST.ASKED_AT, CLOSING_REQUEST.ID)
                .limit(MAX_SHOWN)
                .fetch(AccountClosing::toRequest);
    }

    private static Request toRequest(Record row) {
        return new Request(
                row.get(CLOSING_REQUEST.ID),
                row.get(CLOSING_REQUEST.USER_ID),
                PersonName.in(row),
                row.get(CLOSING_REQUEST.MESSAGE),
                row.get(CLOSING_REQUEST.ASKED_AT));
    }

    /** Does nothing if the actor has an open request. */
    @Transactional
    public void request(Actor actor, String message) {
        db.insertInto(CLOSING_REQUEST)
                .set(CLOSING_REQUEST.USER_ID, actor.userId())
                .set(CLOSING_REQUEST.MESSAGE, message)
                .onConflictDoNothing()
                .execute();
    }

    @Transactional
    public void withdraw(Actor actor) {
        db.update(CLOSING_REQUEST)
                .set(CLOSING_REQUEST.ENDED_AT, clock.instant())
                .where(CLOSING_REQUEST.USER_ID.eq(actor.userId()))
                .and(CLOSING_REQUEST.ENDED_AT.isNull())
                .execute();
    }

    /** Ends a request and sends the reply to its user. */
    @Transactional
    public void reply(Actor actor, long id, String reply) {
        actor.must(actor.isCrew());
        lock(db, CLOSING_REQUEST.ID, id);
        var request = findOpen(CLOSING_REQUEST.ID.eq(id)).stream().findFirst().orElseThrow(NotFoundException::new);
        db.update(CLOSING_REQUEST)
                .set(CLOSING_REQUEST.ENDED_AT, clock.instant())
                .set(CLOSING_REQUEST.DECIDED_BY, actor.userId())
                .set(CLOSING_REQUEST.REPLY, reply)
                .where(CLOSING_REQUEST.ID.eq(id))
                .execute();
        notices.sendClosingReply(request.userId(), reply);
    }
}
