package org.jadhere.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.junit.jupiter.api.Test;

/** A user changes their own contact details. */
@ActTest
@WithCast
class OwnContactTests {

    private Record alice() {
        return db().fetchSingle(APP_USER, APP_USER.ID.eq(cast().alice));
    }

    private static Map<String, String> contact() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("first-name", "Alice");
        fields.put("last-name", "Durand-Ñúñez");
        fields.put("phone", "05 61 00 00 00");
        fields.put("address", "12 rue du Gué\r\n31000 Toulouse");
        fields.put("language", "en");
        return fields;
    }

    @Test
    void aUserChangesTheirContactDetails() {
        assertThat(as("alice").get("/me/contact"))
                .hasStatusOk()
                .bodyText()
                .contains("alice@example.org", "name=\"was.last-name\" value=\"Martin\"");

        assertThat(as("alice").post("/me/contact", contact())).hasRedirectedUrl("/me?done=contact-changed");

        assertThat(alice().get(APP_USER.LAST_NAME)).isEqualTo("Durand-Ñúñez");
        assertThat(alice().get(APP_USER.ADDRESS)).isEqualTo("12 rue du Gué\n31000 Toulouse");
        assertThat(alice().get(APP_USER.LANGUAGE)).isEqualTo("en");
        assertThat(db().fetch(HISTORY, HISTORY.ACTOR_ID.eq(cast().alice)))
                .extracting(line -> line.get(HISTORY.TABLE_NAME))
                .containsExactly("app_user");
    }

    @Test
    void aConcurrentChangeIsShownAndInputIsKept() {
        var fields = contact();
        fields.put("was.phone", "");
        db().update(APP_USER)
                .set(APP_USER.PHONE, "06 00 00 00 00")
                .where(APP_USER.ID.eq(cast().alice))
                .execute();

        assertThat(as("alice").post("/me/contact", fields))
                .hasStatus(422)
                .bodyText()
                .contains("phone-error", "06 00 00 00 00", "value=\"05 61 00 00 00\"");
        assertThat(alice().get(APP_USER.PHONE)).isEqualTo("06 00 00 00 00");
    }

    @Test
    void fieldsThatTheFormDoesNotHaveAreIgnored() {
        var fields = contact();
        for (String forged : List.of("staff", "superuser", "active")) {
            fields.put(forged, "yes");
        }
        fields.put("username", "root");
        fields.put("emails", "thief@example.org");
        fields.put("id", String.valueOf(cast().erin));

        assertThat(as("alice").post("/me/contact", fields)).hasStatus(302);

        assertThat(alice().get(APP_USER.STAFF)).isFalse();
        assertThat(alice().get(APP_USER.SUPERUSER)).isFalse();
        assertThat(alice().get(APP_USER.USERNAME)).isEqualTo("alice");
        assertThat(db().fetchValues(USER_EMAIL.EMAIL, USER_EMAIL.USER_ID.eq(cast().alice)))
                .containsExactly("alice@example.org");
        assertThat(db().fetchValue(APP_USER.LAST_NAME, APP_USER.ID.eq(cast().erin)))
                .isEqualTo("Martin");
    }

    @Test
    void aNameIsRequiredAndLengthsAreLimited() {
        var fields = contact();
        fields.put("first-name", "");
        fields.put("last-name", " ");
        assertThat(as("alice").post("/me/contact", fields))
                .hasStatus(422)
                .bodyText()
                .contains("last-name-error");
        fields = contact();
        fields.put("address", "x".repeat(2001));
        assertThat(as("alice").post("/me/contact", fields))
                .hasStatus(422)
                .bodyText()
                .contains("address-error");
    }
}
