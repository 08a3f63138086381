package org.jadhere.people.mail;

import org.jadhere.people.users.Recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * The recipient of a notification.
 *
 * @param userId the account it is about; null for visitors and organisations
 * @param language of the mail: fr or en
 */
public record MailRecipient(@Nullable Long userId, String name, String email, String language) {

    public static MailRecipient of(Recipient account) {
        return new MailRecipient(account.userId(), account.name(), account.email(), account.language());
    }
}
