package org.jadhere.account;

import java.time.Duration;
import java.util.List;
import org.jadhere.access.Recipients;
import org.jadhere.access.Recipients.Recipient;
import org.jadhere.jobs.Job;
import org.jadhere.mail.Addressee;
import org.jadhere.mail.Letter;
import org.jadhere.mail.LetterKind;
import org.jadhere.mail.Postbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Answers those who asked for a link: by a letter to each account that has the address, or not at all. */
@Component
class LinkLetters implements Job {

    private final LinkRequests requests;
    private final Recipients recipients;
    private final Links links;
    private final Postbox postbox;
    private final TransactionOperations transaction;

    LinkLetters(
            LinkRequests requests,
            Recipients recipients,
            Links links,
            Postbox postbox,
            TransactionOperations transaction) {
        this.requests = requests;
        this.recipients = recipients;
        this.links = links;
        this.postbox = postbox;
        this.transaction = transaction;
    }

    @Override
    public Duration every() {
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
        postbox.post(new Letter(
                login ? LetterKind.LOGIN : LetterKind.PASSWORD,
                Addressee.of(reader),
                List.of(String.valueOf(purpose.validity().toMinutes())),
                (login ? "/login/link/" : "/login/password/") + link.secret()));
    }
}
