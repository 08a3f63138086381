package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators declare, change and delete the reverse names of addresses. */
@ActTest
@WithCast
class ReverseNameTests extends ReverseNameFixture {

    @Test
    void aNameBelongsToTheHolderOfTheAddress() {
        assertThat(declare("erin", LIST, "192.0.2.7", "Maison.Example.org."))
                .hasStatus(302)
                .hasRedirectedUrl("/admin/reverse?done=reverse-declared");
        declared("192.0.2.1", "gw.example.org");

        assertThat(db().select(REVERSE_NAME.NAME, REVERSE_NAME.SERVICE_ID)
                        .from(REVERSE_NAME)
                        .orderBy(REVERSE_NAME.ADDRESS)
                        .fetchMap(REVERSE_NAME.NAME, REVERSE_NAME.SERVICE_ID))
                .containsEntry("maison.example.org", service)
                .containsEntry("gw.example.org", null);
        assertThat(as("erin").get(LIST))
                .hasStatus(200)
                .bodyText()
                .contains("maison.example.org", "vm-alice", "gw.example.org", "l’association");
    }

    @Test
    void theListIsSearchedByAddressPrefixAndName() {
        declared("192.0.2.7", "villa.example.org");
        declared("192.0.2.1", "gw.example.org");
        declared("2001:db8::1", "six.example.org");

        assertThat(as("erin").get(LIST + "?q=192.0.2.0/30"))
                .bodyText()
                .contains("gw.example.org")
                .doesNotContain("villa.example.org", "six.example.org");
        assertThat(as("erin").get(LIST + "?q=SIX"))
                .bodyText()
                .contains("six.example.org")
                .doesNotContain("gw.example.org");
        for (String order : List.of("address", "address-desc", "name", "name-desc")) {
            assertThat(as("erin").get(LIST + "?sort=" + order)).hasStatus(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "a_b.example.org", "été.example.org", "192.0.2.7", "7.2.0.192.in-addr.arpa"})
    void anInvalidNameIsShownAtItsField(String name) {
        assertThat(declare("erin", LIST, "192.0.2.7", name))
                .hasStatus(422)
                .bodyText()
                .contains("name-error");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "192.0.2.0/25", "nowhere", "198.51.100.1"})
    void anAddressOutsideOfPrefixesIsRefused(String address) {
        assertThat(declare("erin", LIST, address, "a.example.org"))
                .hasStatus(422)
                .bodyText()
                .contains("address-error", "value=\"a.example.org\"");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFormSentTwiceDeclaresOneName() {
        var fields = new HashMap<>(named("192.0.2.7", "a.example.org"));
        fields.put("once", "0b7f1f0e-7d8a-4a35-8a2b-0e7c5a3c9f10");
        assertThat(as("erin").post(LIST, fields)).hasStatus(302);
        assertThat(as("erin").post(LIST, fields)).hasStatus(302);
        assertThat(names()).containsExactly("a.example.org");
    }

    @Test
    void anAddressHasOneName() {
        declared("192.0.2.7", "a.example.org");
        assertThat(declare("erin", LIST, "192.0.2.7", "b.example.org"))
                .hasStatus(422)
                .bodyText()
                .contains("a déjà un nom");
        assertThat(names()).containsExactly("a.example.org");
    }

    @Test
    void aConcurrentChangeIsReported() {
        String path = LIST + "/" + declared("192.0.2.7", "a.example.org");
        assertThat(as("erin").get(path)).hasStatus(200).bodyText().contains("value=\"a.example.org\"");
        assertThat(as("erin").post(path, Map.of("name", "b.example.org", "was.name", "a.example.org")))
                .hasStatus(302);
        assertThat(as("erin").post(path, Map.of("name", "c.example.org", "was.name", "a.example.org")))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"c.example.org\"");
        assertThat(names()).containsExactly("b.example.org");
    }

    @Test
    void aNameIsDeleted() {
        String path = LIST + "/" + declared("192.0.2.7", "a.example.org");
        assertThat(as("erin").post(path + "/deletion")).hasStatus(302);
        assertThat(names()).isEmpty();
    }

    @Test
    void theDatabaseEnforcesTheRules() {
        assertThat(refused("'192.0.2.7', 'A.example.org'")).isEqualTo("host_name_form");
        assertThat(refused("'192.0.2.7', 'a.example.org.'")).isEqualTo("host_name_form");
        assertThat(refused("'192.0.2.7', '" + "a".repeat(64) + ".org'")).isEqualTo("host_name_form");
        assertThat(refused("'192.0.2.7', '" + "a.".repeat(127) + "org'")).isEqualTo("host_name_form");
        assertThat(refused("'192.0.2.0/31', 'a.example.org'")).isEqualTo("reverse_name_single");
        assertThat(refused("'198.51.100.1', 'a.example.org'")).isEqualTo("reverse_name_ours");
        db().execute("insert into reverse_name (address, name, service_id) values ('192.0.2.1', 'a.example.org', "
                + service + ")");
        assertThat(db().fetchSingle(REVERSE_NAME).get(REVERSE_NAME.SERVICE_ID))
                .as("the service of the insert is ignored")
                .isNull();
    }

    private String refused(String values) {
        return refusedBy(() -> db().execute("insert into reverse_name (address, name) values (" + values + ")"));
    }
}
