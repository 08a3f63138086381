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
 * People ask for their account to be closed. Volunteers end what has to be ended, keep what the law has kept (fees and
 * payments are accounts), and answer.
 */
@Component
public class AccountClosing {

    private static final int SHOWN = 200;

    private final DSLContext db;
    private final Clock clock;
    private final AccountNotices notices;

    AccountClosing(DSLContext db, Clock clock, AccountNotices notices) {
        this.db = db;
        this.clock = clock;
        this.notices = notices;
    }

    /** A request that nobody has dealt with. */
    public record Request(long id, long userId, String name, String message, Instant askedAt) {}

    /** One's own, if there is one. */
    Optional<Request> of(Actor actor) {
        return open(CLOSING_REQUEST.USER_ID.eq(actor.userId())).stream().findFirst();
    }

    /** The oldest first; nobody but crews sees any. */
    public List<Request> waiting(Actor actor) {
        return actor.isCrew() ? open(CLOSING_REQUEST.ID.isNotNull()) : List.of();
    }

    private List<Request> open(Condition which) {
        return db.select(CLOSING_REQUEST.asterisk(), APP_USER.FIRST_NAME, APP_USER.LAST_NAME, APP_USER.USERNAME)
                .from(CLOSING_REQUEST)
                .join(APP_USER)
                .on(APP_USER.ID.eq(CLOSING_REQUEST.USER_ID))
                .where(CLOSING_REQUEST.ENDED_AT.isNull())
                .and(which)
                .orderBy(CLOSING_REQUEST.ASKED_AT, CLOSING_REQUEST.ID)
                .limit(SHOWN)
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

    /** Asked a second time, it stays one. */
    @Transactional
    public void ask(Actor actor, String message) {
        db.insertInto(CLOSING_REQUEST)
                .set(CLOSING_REQUEST.USER_ID, actor.userId())
                .set(CLOSING_REQUEST.MESSAGE, message)
                .onConflictDoNothing()
                .execute();
    }

    @Transactional
    public void takeBack(Actor actor) {
        db.update(CLOSING_REQUEST)
                .set(CLOSING_REQUEST.ENDED_AT, clock.instant())
                .where(CLOSING_REQUEST.USER_ID.eq(actor.userId()))
                .and(CLOSING_REQUEST.ENDED_AT.isNull())
                .execute();
    }

    /** @param reply what the person reads */
    @Transactional
    public void settle(Actor actor, long id, String reply) {
        actor.must(actor.isCrew());
        lock(db, CLOSING_REQUEST.ID, id);
        var request = open(CLOSING_REQUEST.ID.eq(id)).stream().findFirst().orElseThrow(NotFoundException::new);
        db.update(CLOSING_REQUEST)
                .set(CLOSING_REQUEST.ENDED_AT, clock.instant())
                .set(CLOSING_REQUEST.DECIDED_BY, actor.userId())
                .set(CLOSING_REQUEST.REPLY, reply)
                .where(CLOSING_REQUEST.ID.eq(id))
                .execute();
        notices.settled(request.userId(), reply);
    }
}
