package org.jadhere.people.mail;

import static org.jadhere.platform.db.Tables.MAIL;

import org.jadhere.platform.jobs.JobRunner;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where letters are posted: the one way to send. */
@Component
public class Outbox {

    private final DSLContext db;
    private final MailRenderer scribe;
    private final JobRunner jobs;
    private final MailDelivery delivery;

    Outbox(DSLContext db, MailRenderer scribe, JobRunner jobs, MailDelivery delivery) {
        this.db = db;
        this.scribe = scribe;
        this.jobs = jobs;
        this.delivery = delivery;
    }

    /**
     * Writes the letter down in the transaction of the act that causes it: it goes out if that is committed, and only then.
     *
     * @return its id in the queue
     */
    @Transactional
    public long post(Notification letter) {
        var written = scribe.write(letter);
        jobs.runSoon(delivery);
        return db.insertInto(MAIL)
                .set(MAIL.KIND, letter.kind().word())
                .set(MAIL.USER_ID, letter.to().userId())
                .set(MAIL.RECIPIENT, letter.to().email())
                .set(MAIL.SUBJECT, written.subject())
                .set(MAIL.BODY_TEXT, written.text())
                .set(MAIL.BODY_HTML, written.html())
                .returningResult(MAIL.ID)
                .fetchSingle()
                .value1();
    }
}
