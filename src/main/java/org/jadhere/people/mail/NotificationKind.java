package org.jadhere.people.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.web.Texts;

/**
 * The notifications that Jadhere sends. Their texts are messages, {@code mail.KIND.subject} and so on, in which {0} is
 * the association, {1} the recipient, and what follows depends on the kind.
 */
public enum NotificationKind implements Word.Hyphenated {
    /** A link to choose a new password; {2} the minutes it is valid. */
    PASSWORD("/login/password/exemple", "10"),
    /** A link to log in without a password; {2} the minutes it is valid. */
    LOGIN("/login/link/exemple", "10"),
    /** Asks to confirm a new address; {2} the address. */
    EMAIL("/email/exemple", "camille@example.org"),
    /** To the old address after a change; {2} the new address. */
    EMAIL_CHANGED("/me", "camille@example.org"),
    /** Another person changed the addresses of the account; {2} the addresses now. To the addresses before. */
    EMAILS_CHANGED("/me", "camille@example.org"),
    /** Asks to confirm an address that another person added; {2} the address. */
    EMAIL_ADDED("/email/exemple", "camille@example.org"),
    /** A user can act for an organisation from now on; {2} the organisation, {3} the user. */
    REPRESENTATIVE_ADDED("/me", "Le Hublot", "Camille Martin"),
    /** To the old address of an organisation after a change; {2} the organisation, {3} the new address. */
    ORGANISATION_EMAIL_CHANGED("/me", "Le Hublot", "contact@example.org"),
    /** A second factor is required of the user; {2} the day from which the administration is closed without one. */
    FACTOR_REQUIRED("/me/security", "2026-12-31"),
    /** The login security of the account changed; {2} what was done. */
    ACCOUNT_CHANGED("/me/security", "notice.passkey-added"),
    /** Asks to confirm a request to join made with this address. */
    JOIN("/join/exemple"),
    /** The same, if the address already has an account. */
    JOIN_KNOWN("/login"),
    /** The request was accepted; {2} the member's number, {3} what the crew wrote. */
    JOIN_ACCEPTED("/login/password/exemple", "128", "mails.sample.welcome"),
    /** The same, for a user who already had an account. */
    JOIN_ACCEPTED_KNOWN("/me", "128", "mails.sample.welcome"),
    /** The request was refused; {2} what the crew wrote. */
    JOIN_REFUSED("", "mails.sample.refused"),
    /** A fee is about to end; {2} the member, {3} the last day. */
    FEE_ENDING("/me", "Camille Martin", "2026-12-31"),
    /** A fee has ended; {2} the member, {3} the last day. */
    FEE_ENDED("/me", "Camille Martin", "2026-12-31"),
    /** The request to close an account was processed; {2} what the crew wrote. */
    CLOSING_DONE("", "mails.sample.closed");

    private final String path;
    private final List<String> arguments;

    NotificationKind(String path, String... arguments) {
        this.path = path;
        this.arguments = List.of(arguments);
    }

    String messageKey(String part) {
        return "mail." + word() + "." + part;
    }

    /** An example for the preview, in the recipient's language. */
    Notification sample(MailRecipient reader) {
        var language = Locale.forLanguageTag(reader.language());
        return new Notification(
                this,
                reader,
                Texts.in(
                        language,
                        () -> arguments.stream()
                                .map(NotificationKind::sampleArgument)
                                .toList()),
                path);
    }

    private static String sampleArgument(String argument) {
        if (argument.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Texts.fullDate(LocalDate.parse(argument));
        }
        return argument.matches("(mails\\.sample|notice)\\..*") ? Texts.t(argument) : argument;
    }
}
