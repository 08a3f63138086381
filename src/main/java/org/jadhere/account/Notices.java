package org.jadhere.account;

import java.util.List;
import java.util.Locale;
import org.jadhere.access.Actor;
import org.jadhere.access.PasswordChanged;
import org.jadhere.access.Recipients;
import org.jadhere.access.Recipients.Recipient;
import org.jadhere.mail.Addressee;
import org.jadhere.mail.Letter;
import org.jadhere.mail.LetterKind;
import org.jadhere.mail.Postbox;
import org.jadhere.web.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters about one's account: to its main address, so that whoever did not do it hears of it (OWASP ASVS 6.3.7). */
@Component
public class Notices {

    private final Recipients recipients;
    private final Postbox postbox;

    Notices(Recipients recipients, Postbox postbox) {
        this.recipients = recipients;
        this.postbox = postbox;
    }

    /** Whoever changed it, and however: none of the ways there can forget to tell. */
    @EventListener
    void tell(PasswordChanged changed) {
        tellOfChange(changed.userId(), "notice.password-changed");
    }

    /**
     * Within the transaction of the act.
     *
     * @param messageKey what was done, in a sentence
     */
    void tellOfChange(long userId, String messageKey) {
        recipients
                .of(userId)
                .ifPresent(reader -> post(
                        reader,
                        LetterKind.ACCOUNT_CHANGED,
                        "/me/security",
                        Texts.in(Locale.forLanguageTag(reader.language()), () -> Texts.t(messageKey))));
    }

    /** A closing request was dealt with. The letter goes even where the account has been closed meanwhile. */
    void settled(long userId, String reply) {
        recipients.ofAnybody(userId).ifPresent(reader -> post(reader, LetterKind.CLOSING_DONE, "", reply));
    }

    void tell(long userId, LetterKind kind, String word) {
        recipients.of(userId).ifPresent(reader -> post(reader, kind, "/me", word));
    }

    private void post(Recipient reader, LetterKind kind, String path, String word) {
        postbox.post(new Letter(kind, Addressee.of(reader), List.of(word), path));
    }

    /** To the new address, and no other. */
    void confirm(Actor actor, String email, String path) {
        postbox.post(new Letter(
                LetterKind.EMAIL,
                new Addressee(actor.userId(), actor.name(), email, actor.language()),
                List.of(email),
                path));
    }
}
