package org.jadhere.people.mail;

import java.util.List;

/**
 * What is to be said to whom.
 *
 * @param words what its kind has room for
 * @param path where its link leads, on this site; empty where there is none
 */
public record Notification(NotificationKind kind, MailRecipient to, List<String> words, String path) {

    public Notification {
        words = List.copyOf(words);
    }
}
