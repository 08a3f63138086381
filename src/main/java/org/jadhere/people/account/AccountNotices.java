package org.jadhere.people.account;

import java.util.List;
import java.util.Locale;
import org.jadhere.people.access.Actor;
import org.jadhere.people.login.PasswordChanged;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.mail.Notification;
import org.jadhere.people.mail.NotificationKind;
import org.jadhere.people.mail.Outbox;
import org.jadhere.people.users.Recipients;
import org.jadhere.people.users.Recipients.Recipient;
import org.jadhere.platform.web.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters about one's account: to its main address, so that whoever did not do it hears of it (OWASP ASVS 6.3.7). */
@Component
public class AccountNotices {

    private final Recipients recipients;
    private final Outbox postbox;

    AccountNotices(Recipients recipients, Outbox postbox) {
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
    public void tellOfChange(long userId, String messageKey) {
        recipients
                .of(userId)
                .ifPresent(reader -> post(
                        reader,
                        NotificationKind.ACCOUNT_CHANGED,
                        "/me/security",
                        Texts.in(Locale.forLanguageTag(reader.language()), () -> Texts.t(messageKey))));
    }

    /** A closing request was dealt with. The letter goes even where the account has been closed meanwhile. */
    void settled(long userId, String reply) {
        recipients.ofAnybody(userId).ifPresent(reader -> post(reader, NotificationKind.CLOSING_DONE, "", reply));
    }

    void tell(long userId, NotificationKind kind, String word) {
        recipients.of(userId).ifPresent(reader -> post(reader, kind, "/me", word));
    }

    private void post(Recipient reader, NotificationKind kind, String path, String word) {
        postbox.post(new Notification(kind, MailRecipient.of(reader), List.of(word), path));
    }

    /** To the new address, and no other. */
    void confirm(Actor actor, String email, String path) {
        postbox.post(new Notification(
                NotificationKind.EMAIL,
                new MailRecipient(actor.userId(), actor.name(), email, actor.language()),
                List.of(email),
                path));
    }
}
