package org.jadhere.people.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CODE_GENERATOR;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.MAIL;
import static org.jadhere.platform.db.Tables.USER_EMAIL;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The administration does not change what gives access to one's own account: an open browser must not suffice. */
@ActTest
@WithCast
class OwnAccountTests {

    private static final Duration LONG_AGO = Duration.ofMinutes(11);

    private static final Map<String, String> FIELDS = Map.of(
            "first-name", "Erin",
            "last-name", "Martin",
            "emails", "second@evil.example",
            "email", "second@evil.example",
            "language", "fr",
            "password", "quatre canards verts",
            "active", "yes",
            "superuser", "yes");

    private String keys(long user) {
        return db().fetch(USER_EMAIL, USER_EMAIL.USER_ID.eq(user)).formatCSV()
                + db().fetch(APP_USER, APP_USER.ID.eq(user)).getValues(APP_USER.PASSWORD)
                + db().fetch(APP_USER, APP_USER.ID.eq(user)).getValues(APP_USER.STAFF)
                + db().fetch(CODE_GENERATOR, CODE_GENERATOR.USER_ID.eq(user)).formatCSV()
                + db().fetch(CREW_MEMBER, CREW_MEMBER.USER_ID.eq(user)).formatCSV();
    }

    private static List<String> formsAboutUsers() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/org/jadhere/house/routes.txt")).stream()
                .filter(line -> line.startsWith("POST /admin/users/{id}"))
                .map(line -> line.split(" +")[1])
                .toList();
    }

    @Test
    void noFormChangesItWithAnOldProof() throws IOException {
        db().insertInto(CODE_GENERATOR)
                .set(CODE_GENERATOR.USER_ID, cast().frank)
                .execute();
        for (var person : Map.of("erin", cast().erin, "carol", cast().carol, "dave", cast().dave)
                .entrySet()) {
            String before = keys(person.getValue());
            for (String form : formsAboutUsers()) {
                var fields = new HashMap<>(FIELDS);
                fields.put("crew-" + cast().bankCrew, "yes");
                as(person.getKey()).proved(LONG_AGO).post(form.replace("{id}", "" + person.getValue()), fields);
                assertThat(keys(person.getValue()))
                        .as("%s as %s", form, person.getKey())
                        .isEqualTo(before);
            }
        }
        assertThat(formsAboutUsers()).hasSizeGreaterThan(6);
    }

    @Test
    void ownAddressesPasswordAndFactorsAreOnOwnPages() {
        String erin = "/admin/users/" + cast().erin;
        String carol = "/admin/users/" + cast().carol;

        assertThat(as("carol").proved().post(carol, FIELDS)).hasRedirectedUrl("/me/emails");
        assertThat(as("erin").proved().post(erin, FIELDS)).hasRedirectedUrl("/me/emails");
        assertThat(as("erin").proved().post(erin + "/password", FIELDS)).hasRedirectedUrl("/me/password");
        assertThat(as("erin").proved().post(erin + "/factors/removal")).hasRedirectedUrl("/me/security");
        assertThat(as("erin").proved().post(erin + "/emails/confirmation", FIELDS))
                .hasStatus(403);
        assertThat(db().fetchCount(MAIL)).isZero();
        assertThat(as("erin").proved().get(erin + "/status"))
                .bodyText()
                .contains("/me/password")
                .doesNotContain(erin + "/password");
        assertThat(as("carol").get(carol + "/edit")).bodyText().contains("readonly");
        var name = Map.of("last-name", "Durand", "emails", "carol@example.org", "language", "fr");
        assertThat(as("carol").post(carol, name)).as("the rest is changed here").hasStatus(302);
    }

    @Test
    void rightsAndFactorsOfOthersNeedAFreshProof() {
        String frank = "/admin/users/" + cast().frank;
        String back = "/me/confirm?back=" + frank + "/status";
        for (String form : List.of("/status", "/password", "/factors/removal", "/emails/confirmation")) {
            assertThat(as("erin").proved(LONG_AGO).post(frank + form, FIELDS))
                    .as(form)
                    .hasRedirectedUrl(back);
        }
        assertThat(as("erin").proved(LONG_AGO).get(frank + "/status")).hasRedirectedUrl(back);
        assertThat(as("erin").proved(Duration.ofMinutes(9)).post(frank + "/status", FIELDS))
                .hasStatus(302);
        assertThat(db().fetchSingle(APP_USER, APP_USER.ID.eq(cast().frank)).get(APP_USER.SUPERUSER))
                .isTrue();
    }

    @Test
    void addressesOfFormerStaffStayWithAdministrators() {
        db().update(APP_USER)
                .set(APP_USER.STAFF, false)
                .where(APP_USER.ID.eq(cast().dave))
                .execute();

        assertThat(as("carol").post("/admin/users/" + cast().dave, FIELDS)).hasStatus(403);
        assertThat(as("erin").post("/admin/users/" + cast().dave, FIELDS)).hasStatus(302);
    }
}
