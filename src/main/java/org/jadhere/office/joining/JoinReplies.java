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

/** What those who asked to join are answered. Within the transaction of the decision. */
@Component
class JoinReplies {

    private final Links links;
    private final Outbox postbox;

    JoinReplies(Links links, Outbox postbox) {
        this.links = links;
        this.postbox = postbox;
    }

    /** Whose account is new chooses a password by the link in the letter, a week long. */
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
        postbox.post(new Notification(
                newcomer.isNew() ? NotificationKind.JOIN_ACCEPTED : NotificationKind.JOIN_ACCEPTED_KNOWN,
                addressee(newcomer.userId(), applicant),
                List.of(String.valueOf(number), reply),
                path));
    }

    void refuse(JoinRequest request, String reply) {
        postbox.post(new Notification(
                NotificationKind.JOIN_REFUSED, addressee(request.userId(), request.applicant()), List.of(reply), ""));
    }

    private static MailRecipient addressee(@Nullable Long userId, Applicant applicant) {
        return new MailRecipient(userId, applicant.name(), applicant.email(), applicant.language());
    }
}
