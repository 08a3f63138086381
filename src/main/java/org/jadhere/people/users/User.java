package org.jadhere.people.users;

import org.jadhere.people.access.PersonName;
import org.jspecify.annotations.Nullable;

/** An account of a person. */
public record User(long id, String username, Contact contact, boolean staff, boolean superuser, boolean active) {

    public String name() {
        return PersonName.of(contact.firstName(), contact.lastName(), username);
    }

    public @Nullable String primaryEmail() {
        return contact.emails().isEmpty() ? null : contact.emails().getFirst();
    }
}
