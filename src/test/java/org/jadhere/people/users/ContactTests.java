package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** Crews create accounts, change contact details, and search users. */
@ActTest
@WithCast
class ContactTests {

    private List<String> emailsOf(long user) {
        return db().select(USER_EMAIL.EMAIL)
                .from(USER_EMAIL)
                .where(USER_EMAIL.USER_ID.eq(user))
                .orderBy(USER_EMAIL.POSITION)
                .fetch(USER_EMAIL.EMAIL);
    }

    private static Map<String, String> contact(String emails) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("first-name", "Zoé");
        fields.put("last-name", "Lefèvre-Ñúñez");
        fields.put("emails", emails);
        fields.put("phone", "05 61 00 00 00");
        fields.put("address", "12 rue du Gué\r\n31000 Toulouse");
        fields.put("language", "en");
        return fields;
    }

    @Test
    void anAccountGetsAUserNameFromItsName() {
        assertThat(as("carol").post("/admin/users", contact("zoe@example.org"))).hasStatus(302);
        var zoe = db().fetchSingle(APP_USER, APP_USER.FIRST_NAME.eq("Zoé"));
        assertThat(zoe.get(APP_USER.USERNAME)).isEqualTo("zoe.lefevre.nunez");
        assertThat(zoe.get(APP_USER.ADDRESS)).isEqualTo("12 rue du Gué\n31000 Toulouse");
        assertThat(zoe.get(APP_USER.STAFF)).isFalse();

        as("carol").post("/admin/users", contact(""));
        assertThat(db().fetchCount(APP_USER, APP_USER.USERNAME.eq("zoe.lefevre.nunez2")))
                .isEqualTo(1);
    }

    @Test
    void aUsedUserNameIsReportedAndInputIsKept() {
        var fields = contact("zoe@example.org");
        fields.put("username", "ALICE");
        assertThat(as("carol").post("/admin/users", fields))
                .hasStatus(422)
                .bodyText()
                .contains("username-error", "value=\"ALICE\"", "Lefèvre-Ñúñez");
    }

    @Test
    void anAccountSentTwiceIsCreatedOnce() {
        var fields = contact("zoe@example.org");
        fields.put("once", UUID.randomUUID().toString());
        as("carol").post("/admin/users", fields);

        assertThat(as("carol").post("/admin/users", fields)).hasStatus(302);

        assertThat(db().fetchCount(APP_USER, APP_USER.FIRST_NAME.eq("Zoé"))).isEqualTo(1);
    }

    @Test
    void emailsAreReplacedInOrderWithoutDuplicates() {
        String path = "/admin/users/" + cast().frank;
        given().email(cast().frank, 1, "b@example.org");
        given().email(cast().frank, 2, "c@example.org");
        assertThat(as("carol")
                        .post(path, contact("c@example.org\nNEW@example.org\nfrank@example.org\nnew@example.org")))
                .hasStatus(302);
        assertThat(emailsOf(cast().frank)).containsExactly("c@example.org", "NEW@example.org", "frank@example.org");
        assertThat(as("carol").post(path, contact("frank@example.org\nc@example.org")))
                .hasStatus(302);
        assertThat(emailsOf(cast().frank)).containsExactly("frank@example.org", "c@example.org");
        assertThat(as("carol").post(path, contact(""))).hasStatus(302);
        assertThat(emailsOf(cast().frank)).isEmpty();
        assertThat(as("carol").post(path, contact("pas un courriel")))
                .hasStatus(422)
                .bodyText()
                .contains("emails-error");
    }

    @Test
    void aCrewMayNotChangeTheEmailsOfStaff() {
        for (long volunteer : new long[] {cast().dave, cast().bob, cast().erin}) {
            var before = emailsOf(volunteer);
            assertThat(as("carol").post("/admin/users/" + volunteer, contact("carol@example.org")))
                    .hasStatus(403);
            assertThat(emailsOf(volunteer)).isEqualTo(before);
        }
        assertThat(as("carol").post("/admin/users/" + cast().dave, contact("dave@example.org")))
                .as("other contact details may be changed")
                .hasStatus(302);
        assertThat(as("erin").post("/admin/users/" + cast().dave, contact("dave2@example.org")))
                .hasStatus(302);
    }

    @Test
    void aConcurrentChangeIsShownAndInputIsKept() {
        String path = "/admin/users/" + cast().frank;
        var mine = contact("frank@example.org");
        mine.putAll(Map.of(
                "was.first-name", "Frank",
                "was.last-name", "Martin",
                "was.emails", "frank@example.org",
                "was.phone", "",
                "was.address", "",
                "was.language", "fr"));
        var others = new LinkedHashMap<>(mine);
        others.put("phone", "06 99 99 99 99");
        others.put("emails", "neu@example.org");
        assertThat(as("dave").post(path, others)).hasStatus(302);
        assertThat(as("carol").post(path, mine))
                .hasStatus(422)
                .bodyText()
                .contains("06 99 99 99 99", "neu@example.org", "05 61 00 00 00");
        assertThat(db().fetchSingle(APP_USER, APP_USER.ID.eq(cast().frank)).get(APP_USER.PHONE))
                .isEqualTo("06 99 99 99 99");
    }

    @Test
    void searchFindsFragmentsAndForgivesTypos() {
        given().user(
                        "camille",
                        with(APP_USER.FIRST_NAME, "Camille"),
                        with(APP_USER.LAST_NAME, "Dupont-Durand"),
                        with(APP_USER.PHONE, "06 12 34 56 78"),
                        with(APP_USER.ADDRESS, "3 chemin des Étroits"));
        given().membership(
                        db().fetchSingle(APP_USER, APP_USER.USERNAME.eq("camille"))
                                .get(APP_USER.ID),
                        with(MEMBER.NUMBER, 4242));
        for (String typed : List.of(
                "dupont",
                "DUPÔNT",
                "mille",
                "camille@",
                "0612345678",
                "12 34 56",
                "etroits",
                "4242",
                "n° 4242",
                "dupnot",
                "camile dupond",
                "Dupont Camille")) {
            assertThat(as("carol").get("/admin/users?q={q}", typed))
                    .as(typed)
                    .hasStatus(200)
                    .bodyText()
                    .contains("Camille Dupont-Durand");
        }
        assertThat(as("carol").get("/admin/users?q=zzzzzz")).bodyText().doesNotContain("Camille");
    }
}
