package org.jadhere.people.mail;

import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MAIL_HANDOVER;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jadhere.platform.jobs.Job;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the mails of the queue, each once. The transaction that sends a mail locks its row until it is marked as sent.
 * A crash before the handover releases the lock, and the next run sends the mail. The handover is recorded first, in a
 * transaction of its own: after a crash during it the mail stays stuck until a crew member decides, so that no accepted
 * mail is sent twice.
 */
@Component
class MailDelivery implements Job {

    /** The delays between attempts. After the last one a mail is given up: two and a half days in all. */
    private static final List<Duration> RETRY_DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(18),
            Duration.ofHours(24));

    /** How long the list shows a mail that was sent or given up; its text is erased when it is sent. */
    private static final Duration RETENTION = Duration.ofDays(90);

    private static final int MAX_ERROR_LENGTH = 1000;

    private final DSLContext db;
    private final Clock clock;
    private final MailTransport transport;
    private final TransactionTemplate transaction;
    private final TransactionTemplate separate;

    MailDelivery(DSLContext db, Clock clock, MailTransport transport, PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.transport = transport;
        this.transaction = new TransactionTemplate(transactions);
        this.separate = new TransactionTemplate(transactions);
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        while (transport.isOpen() && Boolean.TRUE.equals(transaction.execute(status -> deliverNext()))) {
            // one mail per transaction
        }
        transaction.executeWithoutResult(status -> deleteOld());
    }

    private void deleteOld() {
        db.deleteFrom(MAIL)
                .where(MAIL.CREATED_AT.lt(clock.instant().minus(RETENTION)))
                .and(MAIL.SENT_AT.isNotNull().or(MAIL.GIVEN_UP_AT.isNotNull()))
                .execute();
    }

    /** Returns false if no mail is due. */
    private boolean deliverNext() {
        Optional<QueuedMail> next = next();
        next.ifPresent(this::deliver);
        return next.isPresent();
    }

    private Optional<QueuedMail> next() {
        return db.selectFrom(MAIL)
                .where(MAIL.SENT_AT.isNull())
                .and(MAIL.GIVEN_UP_AT.isNull())
                .and(MAIL.NEXT_TRY_AT.le(clock.instant()))
                .and(notExists(selectOne().from(MAIL_HANDOVER).where(MAIL_HANDOVER.MAIL_ID.eq(MAIL.ID))))
                .orderBy(MAIL.NEXT_TRY_AT, MAIL.ID)
                .limit(1)
                .forNoKeyUpdate()
                .skipLocked()
                .fetchOptional(QueuedMail::of);
    }

    private void deliver(QueuedMail mail) {
        try {
            transport.send(mail, () -> separate.executeWithoutResult(status -> markHandedOver(mail)));
            markSent(mail);
        } catch (MailNotSentException failure) {
            markNotSent(mail, failure);
        }
    }

    private void markHandedOver(QueuedMail mail) {
        db.insertInto(MAIL_HANDOVER, MAIL_HANDOVER.MAIL_ID).values(mail.id()).execute();
    }

    private void markSent(QueuedMail mail) {
        db.update(MAIL)
                .set(MAIL.SENT_AT, clock.instant())
                .setNull(MAIL.BODY_TEXT)
                .setNull(MAIL.BODY_HTML)
                .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
                .set(MAIL.ERROR, "")
                .where(MAIL.ID.eq(mail.id()))
                .execute();
        deleteHandover(mail.id());
    }

    private void markNotSent(QueuedMail mail, MailNotSentException failure) {
        int attempts = db.update(MAIL)
                .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
                .set(MAIL.ERROR, shortened(String.valueOf(failure.getMessage())))
                .where(MAIL.ID.eq(mail.id()))
                .returningResult(MAIL.ATTEMPTS)
                .fetchSingle()
                .value1();
        if (failure.certain()) {
            deleteHandover(mail.id());
        }
        boolean giveUp = failure.permanent() || attempts > RETRY_DELAYS.size();
        var update = giveUp
                ? db.update(MAIL).set(MAIL.GIVEN_UP_AT, clock.instant())
                : db.update(MAIL).set(MAIL.NEXT_TRY_AT, clock.instant().plus(RETRY_DELAYS.get(attempts - 1)));
        update.where(MAIL.ID.eq(mail.id())).execute();
    }

    private void deleteHandover(long id) {
        db.deleteFrom(MAIL_HANDOVER).where(MAIL_HANDOVER.MAIL_ID.eq(id)).execute();
    }

    private static String shortened(String reason) {
        String line = reason.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.substring(0, Math.min(line.length(), MAX_ERROR_LENGTH));
    }
}
