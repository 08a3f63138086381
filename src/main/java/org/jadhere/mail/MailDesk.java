package org.jadhere.mail;

import static org.jadhere.db.Pg.lock;
import static org.jadhere.db.Tables.MAIL;
import static org.jadhere.db.Tables.MAIL_HANDOVER;

import java.time.Clock;
import org.jadhere.access.Actor;
import org.jadhere.jobs.Jobs;
import org.jadhere.web.Missing;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody decides about a letter that is stuck. */
@Component
class MailDesk {

    private final DSLContext db;
    private final Clock clock;
    private final Mails mails;
    private final Jobs jobs;
    private final Delivery delivery;

    MailDesk(DSLContext db, Clock clock, Mails mails, Jobs jobs, Delivery delivery) {
        this.db = db;
        this.clock = clock;
        this.mails = mails;
        this.jobs = jobs;
        this.delivery = delivery;
    }

    /** Tries a letter that was given up, or may not have arrived, from the beginning. */
    @Transactional
    public void sendAgain(Actor actor, long id) {
        release(actor, id);
        db.update(MAIL)
                .setNull(MAIL.GIVEN_UP_AT)
                .set(MAIL.ATTEMPTS, 0)
                .set(MAIL.NEXT_TRY_AT, clock.instant())
                .where(MAIL.ID.eq(id))
                .execute();
        jobs.soon(delivery);
    }

    /** The letter was accepted after all, or need not be sent any more. */
    @Transactional
    public void noteArrival(Actor actor, long id) {
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
        if (!mails.find(id).orElseThrow(Missing::new).isStuck()) {
            throw new Missing();
        }
        db.update(MAIL)
                .set(MAIL.DECIDED_BY, actor.username())
                .where(MAIL.ID.eq(id))
                .execute();
        db.deleteFrom(MAIL_HANDOVER).where(MAIL_HANDOVER.MAIL_ID.eq(id)).execute();
    }
}
