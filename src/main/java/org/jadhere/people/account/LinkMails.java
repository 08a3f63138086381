package org.jadhere.people.account;

import java.time.Duration;
import java.util.List;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.mail.Notification;
import org.jadhere.people.mail.NotificationKind;
import org.jadhere.people.mail.Outbox;
import org.jadhere.people.users.Recipients;
import org.jadhere.people.users.Recipients.Recipient;
import org.jadhere.platform.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Answers those who asked for a link: by a letter to each account that has the address, or not at all. */
@Component
class LinkMails implements Job {

    private final LinkRequests requests;
    private final Recipients recipients;
    private final Links links;
    private final Outbox postbox;
    private final TransactionOperations transaction;

    LinkMails(
            LinkRequests requests,
            Recipients recipients,
            Links links,
            Outbox postbox,
            TransactionOperations transaction) {
        this.requests = requests;
        this.recipients = recipients;
        this.links = links;
        this.postbox = postbox;
        this.transaction = transaction;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> answerNext()))) {
            // one request a transaction
        }
        transaction.executeWithoutResult(status -> requests.forgetOld());
        transaction.executeWithoutResult(status -> links.forgetOld());
    }

    private boolean answerNext() {
        var next = requests.takeNext();
        next.filter(asked -> !asked.tooMany())
                .ifPresent(asked -> recipients.having(asked.email()).forEach(reader -> write(asked.purpose(), reader)));
        return next.isPresent();
    }

    private void write(LinkPurpose purpose, Recipient reader) {
        var link = links.issue(purpose, reader.userId(), reader.email(), purpose.validity());
        boolean login = purpose == LinkPurpose.LOGIN;
        postbox.post(new Notification(
                login ? NotificationKind.LOGIN : NotificationKind.PASSWORD,
                MailRecipient.of(reader),
                List.of(String.valueOf(purpose.validity().toMinutes())),
                (login ? "/login/link/" : "/login/password/") + link.secret()));
    }
}
