package org.jadhere.pages.member;

import java.util.List;
import org.jadhere.people.mail.Mail;
import org.jadhere.people.members.Organisation;
import org.jadhere.people.users.Contact;
import org.jadhere.people.users.User;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a membership, as far as the actor may see it.
 *
 * @param contact of a person; null for an organisation
 * @param user the account of a person; null for an organisation, and for the bank crew
 * @param organisation null for a person, and for the bank crew
 * @param crews of the person
 * @param represented the organisations that the person acts for
 * @param letters to the person, the latest first
 */
public record HolderAccount(
        @Nullable Contact contact,
        @Nullable User user,
        @Nullable Organisation organisation,
        List<String> crews,
        List<Organisation> represented,
        List<Mail> letters) {}
