package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A field of a contact that its form forgets would be emptied by the next change. */
class ContactFieldsTests {

    @Test
    void eachFieldHasAValueInTheForm() {
        var contact = new Contact("Alice", "Martin", List.of("alice@example.org"), "05 61", "1 rue du Taur", "fr");
        assertThat(contact.fields()).hasSize(Contact.class.getRecordComponents().length);
    }
}
