package org.jadhere.mail;

import org.jadhere.access.Recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * To whom a letter goes.
 *
 * @param userId whose account it is about; none for strangers and organisations
 * @param language the letter is written in: fr or en
 */
public record Addressee(@Nullable Long userId, String name, String email, String language) {

    public static Addressee of(Recipient account) {
        return new Addressee(account.userId(), account.name(), account.email(), account.language());
    }
}
