package org.jadhere.people.mail;

import static org.jadhere.platform.db.Tables.MAIL;

import org.jadhere.platform.jobs.JobRunner;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queue of outgoing mail; all notifications are sent through it. */
@Component
public class Outbox {

    private final DSLContext db;
    private final MailRenderer renderer;
    private final JobRunner jobs;
    private final MailDelivery delivery;

    Outbox(DSLContext db, MailRenderer renderer, JobRunner jobs, MailDelivery delivery) {
        this.db = db;
        this.renderer = renderer;
        this.jobs = jobs;
        this.delivery = delivery;
    }

    /**
     * Adds a notification to the queue, in the transaction of the act that causes it: it is sent only if that commits.
     *
     * @return its id in the queue
     */
    @Transactional
    public long post(Notification notification) {
        var mail = renderer.render(notification);
        jobs.runSoon(delivery);
        return db.insertInto(MAIL)
                .set(MAIL.KIND, notification.kind().word())
                .set(MAIL.USER_ID, notification.to().userId())
                .set(MAIL.RECIPIENT, notification.to().email())
                .set(MAIL.SUBJECT, mail.subject())
                .set(MAIL.BODY_TEXT, mail.text())
                .set(MAIL.BODY_HTML, mail.html())
                .returningResult(MAIL.ID)
                .fetchSingle()
                .value1();
    }
}
