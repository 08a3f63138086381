package org.jadhere.office.joining;

import java.util.List;
import org.jadhere.people.account.LinkPurpose;
import org.jadhere.people.account.Links;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.mail.Notification;
import org.jadhere.people.mail.NotificationKind;
import org.jadhere.people.mail.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails the decision to the applicant, within its transaction. */
@Component
class JoinReplies {

    private final Links links;
    private final Outbox outbox;

    JoinReplies(Links links, Outbox outbox) {
        this.links = links;
        this.outbox = outbox;
    }

    /** A new account gets a link to choose a password, which is valid for a week. */
    void welcome(Applicant applicant, Admission.Newcomer newcomer, int number, String reply) {
        String path = newcomer.isNew()
                ? "/login/password/"
                        + links.issue(
                                        LinkPurpose.PASSWORD,
                                        newcomer.userId(),
                                        applicant.email(),
                                        LinkPurpose.FIRST_PASSWORD)
                                .secret()
                : "/me";
        outbox.post(new Notification(
                newcomer.isNew() ? NotificationKind.JOIN_ACCEPTED : NotificationKind.JOIN_ACCEPTED_KNOWN,
                recipient(newcomer.userId(), applicant),
                List.of(String.valueOf(number), reply),
                path));
    }

    void refuse(JoinRequest request, String reply) {
        outbox.post(new Notification(
                NotificationKind.JOIN_REFUSED, recipient(request.userId(), request.applicant()), List.of(reply), ""));
    }

    private static MailRecipient recipient(@Nullable Long userId, Applicant applicant) {
        return new MailRecipient(userId, applicant.name(), applicant.email(), applicant.language());
    }
}
