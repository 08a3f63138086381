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
 * Who wants to join, as they said themselves.
 *
 * @param organisation the name of the legal person that is to be the member; empty where it is the person
 * @param language fr or en
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

    /** @param email an address that is known already; empty where it is to be typed */
    static Applicant in(Form form, String email, String language) {
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

    /** Most join as a person; and what an account knows already need not be typed again. */
    static Map<String, String> suggested(Optional<User> account) {
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

    /** The person. */
    public String name() {
        return (firstName + " " + lastName).strip();
    }

    public boolean isOrganisation() {
        return !organisation.isEmpty();
    }

    /** Who is to be the member. */
    public String holder() {
        return isOrganisation() ? organisation : name();
    }

    Contact contact() {
        return new Contact(firstName, lastName, List.of(email), phone, isOrganisation() ? "" : address, language);
    }

    Organisation legalPerson() {
        return new Organisation(0, organisation, "", email, phone, address);
    }
}
