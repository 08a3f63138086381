package org.jadhere.people.mail;

import java.util.List;

/**
 * A notification for one recipient.
 *
 * @param arguments of its kind's texts, from {2} on
 * @param path of its link, on this site; empty for no link
 */
public record Notification(NotificationKind kind, MailRecipient to, List<String> arguments, String path) {

    public Notification {
        arguments = List.copyOf(arguments);
    }
}
