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

/** Answers requests for a link: by a mail for each account with the address, if there is any. */
@Component
class LinkMails implements Job {

    private final LinkRequests requests;
    private final Recipients recipients;
    private final Links links;
    private final Outbox outbox;
    private final TransactionOperations transaction;

    LinkMails(
            LinkRequests requests,
            Recipients recipients,
            Links links,
            Outbox outbox,
            TransactionOperations transaction) {
        this.requests = requests;
        this.recipients = recipients;
        this.links = links;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> answerNext()))) {
            // one request per transaction
        }
        transaction.executeWithoutResult(status -> requests.deleteOld());
        transaction.executeWithoutResult(status -> links.deleteOld());
    }

    private boolean answerNext() {
        var next = requests.takeNext();
        next.filter(request -> !request.tooMany())
                .ifPresent(request ->
                        recipients.withEmail(request.email()).forEach(reader -> send(request.purpose(), reader)));
        return next.isPresent();
    }

    private void send(LinkPurpose purpose, Recipient reader) {
        var link = links.issue(purpose, reader.userId(), reader.email(), purpose.validity());
        boolean login = purpose == LinkPurpose.LOGIN;
        outbox.post(new Notification(
                login ? NotificationKind.LOGIN : NotificationKind.PASSWORD,
                MailRecipient.of(reader),
                List.of(String.valueOf(purpose.validity().toMinutes())),
                (login ? "/login/link/" : "/login/password/") + link.secret()));
    }
}
