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
import org.jadhere.people.users.UserBook.EmailsChanged;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.web.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notifies users of changes of their account, so that they notice one that they did not make (OWASP ASVS 6.3.7). */
@Component
public class AccountNotices {

    private final Recipients recipients;
    private final Outbox outbox;
    private final Links links;

    AccountNotices(Recipients recipients, Outbox outbox, Links links) {
        this.recipients = recipients;
        this.outbox = outbox;
        this.links = links;
    }

    /** An event, so that no way to change a password can omit the notification. */
    @EventListener
    void onPasswordChanged(PasswordChanged changed) {
        sendChange(changed.userId(), "notice.password-changed");
    }

    /** Notifies the addresses before, and sends to each new one a link, without which it gives no access. */
    @EventListener
    void onEmailsChanged(EmailsChanged changed) {
        changed.before()
                .forEach(reader -> post(reader, NotificationKind.EMAILS_CHANGED, "/me", list(changed.after(), reader)));
        recipients
                .of(changed.userId())
                .ifPresent(user -> changed.added().forEach(email -> sendAddressLink(user, email)));
    }

    private static String list(List<String> emails, Recipient reader) {
        var language = Locale.forLanguageTag(reader.language());
        return Texts.in(language, () -> emails.isEmpty() ? Texts.t("notice.no-emails") : Texts.list(emails));
    }

    private void sendAddressLink(Recipient user, String email) {
        var link = links.issueForAddress(LinkPurpose.EMAIL, user.userId(), email);
        outbox.post(new Notification(
                NotificationKind.EMAIL_ADDED,
                new MailRecipient(user.userId(), user.name(), email, user.language()),
                List.of(email),
                "/email/" + link.secret()));
    }

    /**
     * Notifies a user of a change of the login security; call it in the transaction of the act.
     *
     * @param messageKey of a sentence that says what was done
     */
    public void sendChange(long userId, String messageKey) {
        SecurityLog.write(SecurityLog.Event.ACCOUNT_CHANGED, userId, messageKey.replaceFirst("^notice\\.", ""));
        recipients
                .of(userId)
                .ifPresent(reader -> post(
                        reader,
                        NotificationKind.ACCOUNT_CHANGED,
                        "/me/security",
                        Texts.in(Locale.forLanguageTag(reader.language()), () -> Texts.t(messageKey))));
    }

    /** The reply to a closing request; sent even if the account is closed by now. */
    void sendClosingReply(long userId, String reply) {
        recipients.evenIfClosed(userId).ifPresent(reader -> post(reader, NotificationKind.CLOSING_DONE, "", reply));
    }

    void sendEmailChanged(long userId, String newEmail) {
        recipients.of(userId).ifPresent(reader -> post(reader, NotificationKind.EMAIL_CHANGED, "/me", newEmail));
    }

    private void post(Recipient reader, NotificationKind kind, String path, String argument) {
        outbox.post(new Notification(kind, MailRecipient.of(reader), List.of(argument), path));
    }

    /** The link to confirm a new address; sent to that address only. */
    void sendEmailConfirmation(Actor actor, String email, String path) {
        outbox.post(new Notification(
                NotificationKind.EMAIL,
                new MailRecipient(actor.userId(), actor.name(), email, actor.language()),
                List.of(email),
                path));
    }
}
