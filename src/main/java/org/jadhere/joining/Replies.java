package org.jadhere.joining;

import java.util.List;
import org.jadhere.account.LinkPurpose;
import org.jadhere.account.Links;
import org.jadhere.mail.Addressee;
import org.jadhere.mail.Letter;
import org.jadhere.mail.LetterKind;
import org.jadhere.mail.Postbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who asked to join are answered. Within the transaction of the decision. */
@Component
class Replies {

    private final Links links;
    private final Postbox postbox;

    Replies(Links links, Postbox postbox) {
        this.links = links;
        this.postbox = postbox;
    }

    /** Whose account is new chooses a password by the link in the letter, a week long. */
    void welcome(Applicant applicant, Admission.Newcomer newcomer, int number, String reply) {
        String path = newcomer.isNew()
                ? "/login/password/"
                        + links.issue(LinkPurpose.PASSWORD, newcomer.userId(), applicant.email(), LinkPurpose.WELCOME)
                                .secret()
                : "/me";
        postbox.post(new Letter(
                newcomer.isNew() ? LetterKind.JOIN_ACCEPTED : LetterKind.JOIN_ACCEPTED_KNOWN,
                addressee(newcomer.userId(), applicant),
                List.of(String.valueOf(number), reply),
                path));
    }

    void refuse(JoinRequest request, String reply) {
        postbox.post(new Letter(
                LetterKind.JOIN_REFUSED, addressee(request.userId(), request.applicant()), List.of(reply), ""));
    }

    private static Addressee addressee(@Nullable Long userId, Applicant applicant) {
        return new Addressee(userId, applicant.name(), applicant.email(), applicant.language());
    }
}
