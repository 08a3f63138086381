package org.jadhere.office.joining;

import static org.jadhere.platform.db.Tables.JOIN_REQUEST;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jadhere.people.account.LinkPurpose;
import org.jadhere.people.account.Links;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.mail.Notification;
import org.jadhere.people.mail.NotificationKind;
import org.jadhere.people.mail.Outbox;
import org.jadhere.people.users.Recipients;
import org.jadhere.platform.jobs.Job;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to visitors who asked to join: a link to confirm the request or, if the address is that of an account, the news
 * that they have one. The page answers the same in both cases. Requests that are not confirmed are deleted.
 */
@Component
class JoinMails implements Job {

    /** The mails to one address within a day. */
    static final int MAX_PER_MAILBOX = 3;

    private final DSLContext db;
    private final Clock clock;
    private final Recipients recipients;
    private final Links links;
    private final Outbox outbox;

    JoinMails(DSLContext db, Clock clock, Recipients recipients, Links links, Outbox outbox) {
        this.db = db;
        this.clock = clock;
        this.recipients = recipients;
        this.links = links;
        this.outbox = outbox;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(20);
    }

    /** Runs in one transaction: there are few requests, and a failed run is repeated as a whole. */
    @Override
    @Transactional
    public void run() {
        db.selectFrom(JOIN_REQUEST)
                .where(JOIN_REQUEST.ANSWERED_BY_MAIL.isFalse())
                .orderBy(JOIN_REQUEST.ID)
                .limit(100)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch()
                .forEach(this::sendMail);
        db.deleteFrom(JOIN_REQUEST)
                .where(JOIN_REQUEST.CONFIRMED_AT.isNull())
                .and(JOIN_REQUEST.ASKED_AT.lt(clock.instant().minus(LinkPurpose.JOIN.validity())))
                .execute();
    }

    private void sendMail(Record request) {
        db.update(JOIN_REQUEST)
                .set(JOIN_REQUEST.ANSWERED_BY_MAIL, true)
                .where(JOIN_REQUEST.ID.eq(request.get(JOIN_REQUEST.ID)))
                .execute();
        var applicant = JoinRequests.toApplicant(request);
        if (hasEnoughMails(applicant.email(), request.get(JOIN_REQUEST.ID))) {
            return;
        }
        var accounts = recipients.withEmail(applicant.email());
        if (accounts.isEmpty()) {
            sendConfirmationLink(request.get(JOIN_REQUEST.ID), applicant);
        }
        accounts.forEach(account -> outbox.post(
                new Notification(NotificationKind.JOIN_KNOWN, MailRecipient.of(account), List.of(), "/login")));
    }

    private void sendConfirmationLink(long request, Applicant applicant) {
        var link = links.issue(LinkPurpose.JOIN, null, applicant.email(), LinkPurpose.JOIN.validity());
        db.update(JOIN_REQUEST)
                .set(JOIN_REQUEST.LINK_ID, link.id())
                .where(JOIN_REQUEST.ID.eq(request))
                .execute();
        outbox.post(new Notification(
                NotificationKind.JOIN,
                new MailRecipient(null, applicant.name(), applicant.email(), applicant.language()),
                List.of(),
                "/join/" + link.secret()));
    }

    private boolean hasEnoughMails(String email, long upTo) {
        return db.fetchCount(
                        JOIN_REQUEST,
                        lower(JOIN_REQUEST.EMAIL)
                                .eq(lower(val(email)))
                                .and(JOIN_REQUEST.ID.le(upTo))
                                .and(JOIN_REQUEST.ASKED_AT.gt(clock.instant().minus(Duration.ofDays(1)))))
                > MAX_PER_MAILBOX;
    }
}
