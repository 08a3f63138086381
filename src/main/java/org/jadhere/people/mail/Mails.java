package org.jadhere.people.mail;

import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.fold;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MAIL_HANDOVER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;

/** The mails of the last 90 days with the state of their delivery. */
@Component
public class Mails {

    /** Longer than any attempt takes: a mail that is still being handed over after it was interrupted by a crash. */
    static final Duration HANDOVER_TIMEOUT = Duration.ofMinutes(2);

    private final DSLContext db;
    private final Clock clock;

    Mails(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Mail> find(long id) {
        return mails().where(MAIL.ID.eq(id)).fetchOptional(this::toMail);
    }

    /** At most ten mails to a user, the latest first. */
    public List<Mail> latestTo(long userId) {
        return mails().where(MAIL.USER_ID.eq(userId))
                .orderBy(MAIL.CREATED_AT.desc(), MAIL.ID.desc())
                .limit(10)
                .fetch(this::toMail);
    }

    /** At most 50 mails to a user that have not been sent, the oldest first. */
    public List<Mail> unsentTo(long userId) {
        return mails().where(MAIL.USER_ID.eq(userId))
                .and(MAIL.SENT_AT.isNull())
                .orderBy(MAIL.CREATED_AT, MAIL.ID)
                .limit(50)
                .fetch(this::toMail);
    }

    /** Matches {@link Mail#isStuck}. */
    private Condition stuck(boolean expected) {
        var stuck = hasState(Mail.State.FAILED).or(hasState(Mail.State.DOUBTFUL));
        return expected ? stuck : stuck.not();
    }

    public Page<Mail> page(MailFilter filter, Keyset place) {
        var listed = mails().where(given(filter.state(), this::hasState))
                .and(given(filter.stuck(), this::stuck))
                .and(given(filter.q(), typed -> containsWords(fold(MAIL.RECIPIENT), typed)));
        return place.page(listed, MailFilter.Order.LATEST, MAIL.ID, this::toMail);
    }

    /** The size of the queue, in one query. */
    public MailQueue queue() {
        var row = db.select(
                        count().filterWhere(hasState(Mail.State.WAITING)),
                        count().filterWhere(stuck(true)),
                        min(MAIL.CREATED_AT).filterWhere(hasState(Mail.State.WAITING)))
                .from(MAIL)
                .leftJoin(MAIL_HANDOVER)
                .on(MAIL_HANDOVER.MAIL_ID.eq(MAIL.ID))
                .where(MAIL.SENT_AT.isNull())
                .fetchSingle();
        return new MailQueue(row.value1(), row.value2(), row.value3());
    }

    private SelectOnConditionStep<Record> mails() {
        return db.select(MAIL.asterisk(), MAIL_HANDOVER.AT)
                .from(MAIL)
                .leftJoin(MAIL_HANDOVER)
                .on(MAIL_HANDOVER.MAIL_ID.eq(MAIL.ID));
    }

    private Condition hasState(Mail.State state) {
        var open = MAIL.SENT_AT.isNull().and(MAIL.GIVEN_UP_AT.isNull());
        return switch (state) {
            case SENT -> MAIL.SENT_AT.isNotNull();
            case FAILED -> MAIL.GIVEN_UP_AT.isNotNull();
            case DOUBTFUL -> open.and(MAIL_HANDOVER.AT.lt(handoverDeadline()));
            case WAITING -> open.and(MAIL_HANDOVER.AT.isNull().or(MAIL_HANDOVER.AT.ge(handoverDeadline())));
        };
    }

    private Instant handoverDeadline() {
        return clock.instant().minus(HANDOVER_TIMEOUT);
    }

    private Mail toMail(Record row) {
        return new Mail(
                row.get(MAIL.ID),
                row.get(MAIL.KIND),
                row.get(MAIL.USER_ID),
                row.get(MAIL.RECIPIENT),
                row.get(MAIL.SUBJECT),
                state(row),
                row.get(MAIL.CREATED_AT),
                row.get(MAIL.SENT_AT),
                row.get(MAIL.ATTEMPTS),
                row.get(MAIL.ERROR));
    }

    private Mail.State state(Record row) {
        if (row.get(MAIL.SENT_AT) != null) {
            return Mail.State.SENT;
        }
        if (row.get(MAIL.GIVEN_UP_AT) != null) {
            return Mail.State.FAILED;
        }
        Instant handedOver = row.get(MAIL_HANDOVER.AT);
        return handedOver != null && handedOver.isBefore(handoverDeadline()) ? Mail.State.DOUBTFUL : Mail.State.WAITING;
    }
}
