package org.jadhere.people.users;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.FormFields;

/**
 * The name and contact details of a person.
 *
 * @param emails the primary one first, without duplicates
 * @param language fr or en
 */
public record Contact(
        String firstName, String lastName, List<String> emails, String phone, String address, String language) {

    public Contact {
        emails = List.copyOf(emails);
    }

    /** The phone number as a telephone dials it (RFC 3966): digits, and a plus sign in front; {@code (0)} is left out. */
    public String dialled() {
        return dialled(phone);
    }

    /** As {@link #dialled()}, for the phone of an organisation. */
    public static String dialled(String phone) {
        return phone.replace("(0)", "").replaceAll("(?<!^)\\+|[^+0-9]", "");
    }

    Contact withoutAddress() {
        return new Contact(firstName, lastName, emails, phone, "", language);
    }

    public static Contact in(Form form) {
        String language = form.value("language").equals("en") ? "en" : "fr";
        var contact = new Contact(
                form.text("first-name", 200),
                form.text("last-name", 200),
                emails(form),
                form.text("phone", 200),
                form.text("address", 2000),
                language);
        if (contact.firstName.isEmpty() && contact.lastName.isEmpty()) {
            form.reject("last-name", "error.name-required");
        }
        return contact;
    }

    /** One per line; duplicates in other letter case are dropped. */
    private static List<String> emails(Form form) {
        var emails = form.value("emails")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toMap(
                        email -> email.toLowerCase(Locale.ROOT),
                        email -> email,
                        (first, again) -> first,
                        LinkedHashMap::new));
        for (String email : emails.values()) {
            if (!FormFields.isEmail(email)) {
                form.reject("emails", "error.email", email);
            }
        }
        if (emails.size() > EmailAddresses.MAX_COUNT) {
            form.reject("emails", "error.too-many", EmailAddresses.MAX_COUNT);
        }
        return List.copyOf(emails.values());
    }

    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("first-name", firstName);
        fields.put("last-name", lastName);
        fields.put("emails", String.join("\n", emails));
        fields.put("phone", phone);
        fields.put("address", address);
        fields.put("language", language);
        return fields;
    }
}
