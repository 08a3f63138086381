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
 * Takes the letters of the queue to the mail server, each once. Whoever sends one holds its row until it is marked as
 * sent; a crash before the handing over lets it go, and it is sent by the next run. A crash after it leaves a trace,
 * committed apart, and the letter waits for somebody to decide: nothing that was accepted goes out twice.
 */
@Component
class MailDelivery implements Job {

    /** After how long a letter is tried again; after the last of them it is given up: two and a half days in all. */
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(18),
            Duration.ofHours(24));

    /** What was sent or given up is told for so long; what it said is erased when it is sent. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int LONGEST_ERROR = 1000;

    private final DSLContext db;
    private final Clock clock;
    private final MailTransport outlet;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;

    MailDelivery(DSLContext db, Clock clock, MailTransport outlet, PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.outlet = outlet;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        while (outlet.isOpen() && Boolean.TRUE.equals(transaction.execute(status -> deliverNext()))) {
            // one letter a transaction
        }
        transaction.executeWithoutResult(status -> forgetOld());
    }

    private void forgetOld() {
        db.deleteFrom(MAIL)
                .where(MAIL.CREATED_AT.lt(clock.instant().minus(KEPT)))
                .and(MAIL.SENT_AT.isNotNull().or(MAIL.GIVEN_UP_AT.isNotNull()))
                .execute();
    }

    /** Whether there was one to be sent. */
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

    private void deliver(QueuedMail letter) {
        try {
            outlet.send(letter, () -> apart.executeWithoutResult(status -> markHandedOver(letter)));
            markSent(letter);
        } catch (MailTransport.NotSent failure) {
            markNotSent(letter, failure);
        }
    }

    private void markHandedOver(QueuedMail letter) {
        db.insertInto(MAIL_HANDOVER, MAIL_HANDOVER.MAIL_ID).values(letter.id()).execute();
    }

    private void markSent(QueuedMail letter) {
        db.update(MAIL)
                .set(MAIL.SENT_AT, clock.instant())
                .setNull(MAIL.BODY_TEXT)
                .setNull(MAIL.BODY_HTML)
                .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
                .set(MAIL.ERROR, "")
                .where(MAIL.ID.eq(letter.id()))
                .execute();
        forgetHandover(letter.id());
    }

    private void markNotSent(QueuedMail letter, MailTransport.NotSent failure) {
        int tries = db.update(MAIL)
                .set(MAIL.ATTEMPTS, MAIL.ATTEMPTS.plus(1))
                .set(MAIL.ERROR, shortened(String.valueOf(failure.getMessage())))
                .where(MAIL.ID.eq(letter.id()))
                .returningResult(MAIL.ATTEMPTS)
                .fetchSingle()
                .value1();
        if (failure.certain()) {
            forgetHandover(letter.id());
        }
        boolean over = failure.forGood() || tries > PATIENCE.size();
        var update = over
                ? db.update(MAIL).set(MAIL.GIVEN_UP_AT, clock.instant())
                : db.update(MAIL).set(MAIL.NEXT_TRY_AT, clock.instant().plus(PATIENCE.get(tries - 1)));
        update.where(MAIL.ID.eq(letter.id())).execute();
    }

    private void forgetHandover(long id) {
        db.deleteFrom(MAIL_HANDOVER).where(MAIL_HANDOVER.MAIL_ID.eq(id)).execute();
    }

    private static String shortened(String reason) {
        String line = reason.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_ERROR));
    }
}
