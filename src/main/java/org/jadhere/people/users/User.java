package org.jadhere.people.users;

import java.util.List;
import org.jadhere.people.access.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * An account of a person.
 *
 * @param unconfirmed which of the e-mail addresses are not confirmed
 * @param everStaff whether the account may enter the administration, or could at some time
 */
public record User(
        long id,
        String username,
        Contact contact,
        List<String> unconfirmed,
        boolean staff,
        boolean superuser,
        boolean active,
        boolean everStaff) {

    public User {
        unconfirmed = List.copyOf(unconfirmed);
    }

    public String name() {
        return PersonName.of(contact.firstName(), contact.lastName(), username);
    }

    public @Nullable String primaryEmail() {
        return contact.emails().isEmpty() ? null : contact.emails().getFirst();
    }
}
