package org.jadhere.people.mail;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.MAIL_HANDOVER;

import java.time.Clock;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.jobs.JobRunner;
import org.jadhere.platform.web.NotFoundException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of a crew member about a stuck mail. */
@Component
class StuckMails {

    private final DSLContext db;
    private final Clock clock;
    private final Mails mails;
    private final JobRunner jobs;
    private final MailDelivery delivery;

    StuckMails(DSLContext db, Clock clock, Mails mails, JobRunner jobs, MailDelivery delivery) {
        this.db = db;
        this.clock = clock;
        this.mails = mails;
        this.jobs = jobs;
        this.delivery = delivery;
    }

    /** Starts the attempts again from the beginning. */
    @Transactional
    public void sendAgain(Actor actor, long id) {
        release(actor, id);
        db.update(MAIL)
                .setNull(MAIL.GIVEN_UP_AT)
                .set(MAIL.ATTEMPTS, 0)
                .set(MAIL.NEXT_TRY_AT, clock.instant())
                .where(MAIL.ID.eq(id))
                .execute();
        jobs.runSoon(delivery);
    }

    /** Marks a mail as sent: it was accepted after all, or need not be sent any longer. */
    @Transactional
    public void markDelivered(Actor actor, long id) {
        release(actor, id);
        db.update(MAIL)
                .setNull(MAIL.GIVEN_UP_AT)
                .set(MAIL.SENT_AT, clock.instant())
                .setNull(MAIL.BODY_TEXT)
                .setNull(MAIL.BODY_HTML)
                .where(MAIL.ID.eq(id))
                .execute();
    }

    private void release(Actor actor, long id) {
        actor.must(actor.isCrew());
        lock(db, MAIL.ID, id);
        if (!mails.find(id).orElseThrow(NotFoundException::new).isStuck()) {
            throw new NotFoundException();
        }
        db.update(MAIL)
                .set(MAIL.DECIDED_BY, actor.username())
                .where(MAIL.ID.eq(id))
                .execute();
        db.deleteFrom(MAIL_HANDOVER).where(MAIL_HANDOVER.MAIL_ID.eq(id)).execute();
    }
}
