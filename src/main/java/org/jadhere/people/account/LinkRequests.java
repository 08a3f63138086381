package org.jadhere.people.account;

import static org.jadhere.platform.db.PgAddresses.within;
import static org.jadhere.platform.db.Tables.LINK_REQUEST;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Pg;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.site.ClientAddress;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for a link to an e-mail address. All are stored in the same way and answered in the background, so that neither
 * the page nor its response time reveals who has an account (OWASP ASVS 6.3.8).
 */
@Component
class LinkRequests {

    /** Maximum per hour from one IPv4 address or IPv6 /64; twice as many from a /56. */
    static final int PER_ADDRESS = 20;

    /** Maximum per hour from all addresses, so that the table stays small. */
    static final int IN_ALL = 1000;

    /** Maximum per hour to one mailbox, so that it cannot be flooded by others. */
    static final int PER_MAILBOX = 3;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration RETENTION = Duration.ofDays(30);

    private final DSLContext db;
    private final Clock clock;

    LinkRequests(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A request.
     *
     * @param tooMany whether it exceeds the maximum per mailbox
     */
    record Request(LinkPurpose purpose, String email, boolean tooMany) {}

    /**
     * @param from IP address of the visitor
     * @throws RuleViolationException after too many requests from this address
     */
    @Transactional
    public void add(LinkPurpose purpose, String email, IpPrefix from) {
        Pg.serialize(db, LINK_REQUEST);
        if (countRecent(within(LINK_REQUEST.ADDRESS, ClientAddress.network(from))) >= PER_ADDRESS
                || countRecent(within(LINK_REQUEST.ADDRESS, ClientAddress.site(from))) >= 2 * PER_ADDRESS
                || countRecent(noCondition()) >= IN_ALL) {
            throw new RuleViolationException("email", "error.asked-too-often");
        }
        db.insertInto(LINK_REQUEST)
                .set(LINK_REQUEST.PURPOSE, purpose.word())
                .set(LINK_REQUEST.EMAIL, email)
                .set(LINK_REQUEST.ADDRESS, from)
                .set(LINK_REQUEST.AT, clock.instant())
                .execute();
    }

    /** Locks the oldest open request, and marks it as handled when the transaction commits. */
    Optional<Request> takeNext() {
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
        return next.map(this::toRequest);
    }

    private Request toRequest(Record row) {
        String email = row.get(LINK_REQUEST.EMAIL);
        boolean tooMany = countRecent(lower(LINK_REQUEST.EMAIL)
                        .eq(lower(val(email)))
                        .and(LINK_REQUEST.ID.le(row.get(LINK_REQUEST.ID))))
                > PER_MAILBOX;
        return new Request(
                Word.of(LinkPurpose.class, row.get(LINK_REQUEST.PURPOSE)).orElseThrow(), email, tooMany);
    }

    private int countRecent(Condition which) {
        return db.fetchCount(
                LINK_REQUEST, which.and(LINK_REQUEST.AT.gt(clock.instant().minus(WINDOW))));
    }

    void deleteOld() {
        db.deleteFrom(LINK_REQUEST)
                .where(LINK_REQUEST.AT.lt(clock.instant().minus(RETENTION)))
                .execute();
    }
}
