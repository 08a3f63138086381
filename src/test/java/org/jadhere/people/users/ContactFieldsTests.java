package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.util.List;
import java.util.Set;
import org.jadhere.people.access.Actor;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A field of a contact that its form or its table forgets would be emptied by the next change. */
@ActTest
@WithCast
class ContactFieldsTests {

    private static final Contact CONTACT =
            new Contact("Alix", "Morel", List.of("alix@example.org"), "05 61", "1 rue du Taur", "en");
    private static final Actor ERIN = new Actor(1, "erin", "Erin", "fr", true, true, Set.of(), Set.of());

    @Autowired
    Users users;

    @Test
    void eachFieldHasAValueInTheForm() {
        assertThat(CONTACT.fields()).hasSize(Contact.class.getRecordComponents().length);
    }

    @Test
    void eachFieldIsStored() {
        as("carol").post("/admin/users", CONTACT.fields());

        long alix = db().fetchSingle(APP_USER, APP_USER.FIRST_NAME.eq("Alix")).get(APP_USER.ID);
        assertThat(users.find(ERIN, alix).orElseThrow().contact()).isEqualTo(CONTACT);
    }
}
