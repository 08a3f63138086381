package org.jadhere.office.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.people.members.Organisation;
import org.jadhere.people.users.Contact;
import org.jadhere.people.users.User;
import org.jadhere.platform.web.Form;

/**
 * The details that an applicant entered.
 *
 * @param organisation the name of the organisation that joins; empty if the person joins
 * @param language {@code fr} or {@code en}
 */
public record Applicant(
        String organisation,
        String firstName,
        String lastName,
        String email,
        String phone,
        String address,
        String language,
        String message) {

    static final String ORGANISATION = "organisation";
    static final String PERSON = "person";

    /** @param email the known address of a user; empty if it is in the form */
    static Applicant of(Form form, String email, String language) {
        boolean organisation = form.value("kind").equals(ORGANISATION);
        return new Applicant(
                organisation ? form.required("organisation", 300) : "",
                form.text("first-name", 200),
                form.required("last-name", 200),
                email.isEmpty() ? form.email("email") : email,
                form.text("phone", 200),
                form.text("address", 2000),
                language,
                form.text("message", 5000));
    }

    /** Returns the default values of the form: a person, with the contact details of the account. */
    static Map<String, String> defaults(Optional<User> account) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", PERSON);
        account.ifPresent(user -> {
            fields.put("first-name", user.contact().firstName());
            fields.put("last-name", user.contact().lastName());
            fields.put("phone", user.contact().phone());
            fields.put("address", user.contact().address());
        });
        return fields;
    }

    /** Returns the name of the person. */
    public String name() {
        return (firstName + " " + lastName).strip();
    }

    public boolean isOrganisation() {
        return !organisation.isEmpty();
    }

    /** Returns the name of the future member. */
    public String holder() {
        return isOrganisation() ? organisation : name();
    }

    Contact toContact() {
        return new Contact(firstName, lastName, List.of(email), phone, isOrganisation() ? "" : address, language);
    }

    Organisation toOrganisation() {
        return new Organisation(0, organisation, "", email, phone, address);
    }
}
