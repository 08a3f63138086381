package org.jadhere.office.joining;

import static org.jadhere.platform.db.PgAddresses.within;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_CONSENT;
import static org.jadhere.platform.db.Tables.JOIN_REQUEST_SERVICE;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.people.account.LinkPurpose;
import org.jadhere.people.account.Links;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Pg;
import org.jadhere.platform.jobs.JobRunner;
import org.jadhere.platform.site.ClientAddress;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and confirms requests to join. A request is stored in the same way whether or not its address belongs to an
 * account; mails are sent in the background (see {@link JoinMails}).
 */
@Component
class JoinRequestBook {

    /** The requests within an hour from one IPv4 address or IPv6 /64; twice as many from a /56. */
    static final int MAX_PER_ADDRESS = 10;

    /** The requests of visitors within an hour in all, so that the table stays small. */
    static final int MAX_IN_ALL = 500;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final DSLContext db;
    private final Clock clock;
    private final Links links;
    private final JobRunner jobs;
    private final JoinMails mails;

    JoinRequestBook(DSLContext db, Clock clock, Links links, JobRunner jobs, JoinMails mails) {
        this.db = db;
        this.clock = clock;
        this.links = links;
        this.jobs = jobs;
        this.mails = mails;
    }

    /**
     * A submitted form.
     *
     * @param userId the current user, whose address is known and whose request crews see at once; null for visitors
     * @param services ids of offered service types
     */
    record Submission(@Nullable Long userId, Applicant applicant, List<Long> services, List<Consent> agreed) {}

    /**
     * @param once the idempotency key: a request that is sent twice is stored once
     * @throws RuleViolationException if there are too many requests from this address
     */
    @Transactional
    public void submit(Submission submission, IpPrefix from, String once) {
        Instant now = clock.instant();
        Pg.serialize(db, JOIN_REQUEST);
        if (countRecent(within(JOIN_REQUEST.CAME_FROM, ClientAddress.network(from))) >= MAX_PER_ADDRESS
                || countRecent(within(JOIN_REQUEST.CAME_FROM, ClientAddress.site(from))) >= 2 * MAX_PER_ADDRESS
                || countRecent(noCondition()) >= MAX_IN_ALL) {
            throw new RuleViolationException("form", "error.asked-too-often");
        }
        var columns = columns(submission.applicant());
        columns.put(JOIN_REQUEST.CAME_FROM, from);
        columns.put(JOIN_REQUEST.ASKED_AT, now);
        columns.put(JOIN_REQUEST.USER_ID, submission.userId());
        columns.put(JOIN_REQUEST.ANSWERED_BY_MAIL, submission.userId() != null);
        columns.put(JOIN_REQUEST.CONFIRMED_AT, submission.userId() == null ? null : now);
        var request = IdempotentInsert.insert(db, JOIN_REQUEST, columns, once);
        if (request.isNew()) {
            addDetails(request.id(), submission);
            jobs.runSoon(mails);
        }
    }

    private int countRecent(Condition which) {
        return db.fetchCount(
                JOIN_REQUEST, which.and(JOIN_REQUEST.ASKED_AT.gt(clock.instant().minus(WINDOW))));
    }

    private void addDetails(long request, Submission submission) {
        for (long type : submission.services()) {
            db.insertInto(JOIN_REQUEST_SERVICE, JOIN_REQUEST_SERVICE.REQUEST_ID, JOIN_REQUEST_SERVICE.TYPE_ID)
                    .values(request, type)
                    .execute();
        }
        for (Consent consent : submission.agreed()) {
            db.insertInto(JOIN_REQUEST_CONSENT)
                    .set(JOIN_REQUEST_CONSENT.REQUEST_ID, request)
                    .set(JOIN_REQUEST_CONSENT.CONSENT_ID, consent.id())
                    .set(JOIN_REQUEST_CONSENT.TEXT, consent.text())
                    .execute();
        }
    }

    /** Returns whether the link was valid and its request exists. Crews see the request from then on. */
    @Transactional
    public boolean confirm(String secret) {
        return links.use(LinkPurpose.JOIN, secret)
                .filter(link -> db.update(JOIN_REQUEST)
                                .set(JOIN_REQUEST.CONFIRMED_AT, clock.instant())
                                .where(JOIN_REQUEST.LINK_ID.eq(link.id()))
                                .and(JOIN_REQUEST.CONFIRMED_AT.isNull())
                                .execute()
                        == 1)
                .isPresent();
    }

    private static Map<Field<?>, Object> columns(Applicant applicant) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(JOIN_REQUEST.ORGANISATION_NAME, applicant.organisation());
        columns.put(JOIN_REQUEST.FIRST_NAME, applicant.firstName());
        columns.put(JOIN_REQUEST.LAST_NAME, applicant.lastName());
        columns.put(JOIN_REQUEST.EMAIL, applicant.email());
        columns.put(JOIN_REQUEST.PHONE, applicant.phone());
        columns.put(JOIN_REQUEST.ADDRESS, applicant.address());
        columns.put(JOIN_REQUEST.LANGUAGE, applicant.language());
        columns.put(JOIN_REQUEST.MESSAGE, applicant.message());
        return columns;
    }
}
