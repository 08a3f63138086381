package org.jadhere.people.users;

import java.util.List;
import org.jadhere.people.access.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * An account. Its first e-mail address is the primary one.
 *
 * @param emails the primary address first
 */
public record User(
        long id,
        String username,
        String firstName,
        String lastName,
        List<String> emails,
        String phone,
        String address,
        String language,
        boolean staff,
        boolean superuser,
        boolean active) {

    public User {
        emails = List.copyOf(emails);
    }

    public String name() {
        return PersonName.of(firstName, lastName, username);
    }

    public @Nullable String primaryEmail() {
        return emails.isEmpty() ? null : emails.getFirst();
    }
}
