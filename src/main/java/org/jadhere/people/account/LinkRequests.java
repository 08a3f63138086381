package org.jadhere.people.account;

import static org.jadhere.platform.db.Tables.LINK_REQUEST;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What visitors ask for by typing an e-mail address. It is written down, the same way whoever the address belongs to, and
 * answered in the background: neither the page nor its time tells who has an account (OWASP ASVS 6.3.8).
 */
@Component
class LinkRequests {

    /** Within an hour, from one place. */
    static final int PER_PLACE = 20;

    /** Within an hour, to one mailbox: nobody's is filled by whoever knows their address. */
    static final int PER_MAILBOX = 3;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext db;
    private final Clock clock;

    LinkRequests(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param tooMany this mailbox was written to often enough
     */
    record Asked(LinkPurpose purpose, String email, boolean tooMany) {}

    /**
     * @param from where the visitor comes from
     * @throws RuleViolationException where too many were asked for from there
     */
    @Transactional
    public void ask(LinkPurpose purpose, String email, IpPrefix from) {
        if (lately(LINK_REQUEST.ADDRESS.eq(from)) >= PER_PLACE) {
            throw new RuleViolationException("email", "error.asked-too-often");
        }
        db.insertInto(LINK_REQUEST)
                .set(LINK_REQUEST.PURPOSE, purpose.word())
                .set(LINK_REQUEST.EMAIL, email)
                .set(LINK_REQUEST.ADDRESS, from)
                .set(LINK_REQUEST.AT, clock.instant())
                .execute();
    }

    /** The oldest that nobody has answered: held by this transaction, and answered when it ends. */
    Optional<Asked> takeNext() {
        var next = db.selectFrom(LINK_REQUEST)
                .where(LINK_REQUEST.HANDLED_AT.isNull())
                .orderBy(LINK_REQUEST.ID)
                .limit(1)
                .forNoKeyUpdate()
                .skipLocked()
                .fetchOptional();
        next.ifPresent(row -> db.update(LINK_REQUEST)
                .set(LINK_REQUEST.HANDLED_AT, clock.instant())
                .where(LINK_REQUEST.ID.eq(row.get(LINK_REQUEST.ID)))
                .execute());
        return next.map(this::toAsked);
    }

    private Asked toAsked(Record row) {
        String email = row.get(LINK_REQUEST.EMAIL);
        boolean tooMany = lately(lower(LINK_REQUEST.EMAIL)
                        .eq(lower(val(email)))
                        .and(LINK_REQUEST.ID.le(row.get(LINK_REQUEST.ID))))
                > PER_MAILBOX;
        return new Asked(LinkPurpose.valueOf(row.get(LINK_REQUEST.PURPOSE).toUpperCase(Locale.ROOT)), email, tooMany);
    }

    private int lately(Condition which) {
        return db.fetchCount(
                LINK_REQUEST, which.and(LINK_REQUEST.AT.gt(clock.instant().minus(WINDOW))));
    }

    void forgetOld() {
        db.deleteFrom(LINK_REQUEST)
                .where(LINK_REQUEST.AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }
}
