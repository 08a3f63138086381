package org.jadhere.people.mail;

import org.jadhere.people.users.Recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * To whom a letter goes.
 *
 * @param userId whose account it is about; none for strangers and organisations
 * @param language the letter is written in: fr or en
 */
public record MailRecipient(@Nullable Long userId, String name, String email, String language) {

    public static MailRecipient of(Recipient account) {
        return new MailRecipient(account.userId(), account.name(), account.email(), account.language());
    }
}
