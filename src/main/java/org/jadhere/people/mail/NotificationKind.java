package org.jadhere.people.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jadhere.platform.web.Texts;

/**
 * The letters that Jadhere writes. Their texts are messages, {@code mail.KIND.subject} and so on, in which {0} is the
 * association, {1} the reader, and what follows depends on the kind.
 */
public enum NotificationKind {
    /** A new password may be chosen; {2} the minutes it is open. */
    PASSWORD("/login/password/exemple", "30"),
    /** A way in without a password; {2} the minutes it is open. */
    LOGIN("/login/link/exemple", "15"),
    /** A new address is to be confirmed; {2} the address. */
    EMAIL("/email/exemple", "camille@example.org"),
    /** To the old address: there is a new one; {2} the new one. */
    EMAIL_CHANGED("/me", "camille@example.org"),
    /** The account was made safer or less safe; {2} what was done. */
    ACCOUNT_CHANGED("/me/security", "notice.passkey-added"),
    /** Somebody asked to join with this address: was it you? */
    JOIN("/join/exemple"),
    /** The same, where the address has an account already. */
    JOIN_KNOWN("/login"),
    /** The request was accepted; {2} the member's number, {3} what the crew wrote. */
    JOIN_ACCEPTED("/login/password/exemple", "128", "mails.sample.welcome"),
    /** The same, of somebody who had an account already. */
    JOIN_ACCEPTED_KNOWN("/me", "128", "mails.sample.welcome"),
    /** The request was refused; {2} what the crew wrote. */
    JOIN_REFUSED("", "mails.sample.refused"),
    /** A fee is about to end; {2} the member, {3} the last day. */
    FEE_ENDING("/me", "Camille Martin", "2026-12-31"),
    /** A fee has ended; {2} the member, {3} the last day. */
    FEE_ENDED("/me", "Camille Martin", "2026-12-31"),
    /** The request to close an account was dealt with; {2} what the crew wrote. */
    CLOSING_DONE("", "mails.sample.closed");

    private final String path;
    private final List<String> words;

    NotificationKind(String path, String... words) {
        this.path = path;
        this.words = List.of(words);
    }

    /** As it stands in addresses, in the database and in the keys of messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String messageKey(String part) {
        return "mail." + word() + "." + part;
    }

    /** One as it might be, to look at, in the language of its reader. */
    Notification sample(MailRecipient reader) {
        var language = Locale.forLanguageTag(reader.language());
        return new Notification(
                this,
                reader,
                Texts.in(
                        language,
                        () -> words.stream().map(NotificationKind::said).toList()),
                path);
    }

    private static String said(String word) {
        if (word.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Texts.fullDate(LocalDate.parse(word));
        }
        return word.matches("(mails\\.sample|notice)\\..*") ? Texts.t(word) : word;
    }
}
