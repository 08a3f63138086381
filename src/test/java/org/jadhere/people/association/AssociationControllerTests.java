package org.jadhere.people.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Administrators edit the details and the bank account of the association. */
@ActTest
@WithCast
class AssociationControllerTests {

    private static final String PATH = "/admin/association";

    @Autowired
    Associations associations;

    private static Map<String, String> details() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", "Réseau de l’Été");
        fields.put("address", "1 rue de l’Église\r\n31000 Toulouse");
        fields.put("email", "contact@example.org");
        fields.put("website", "example.org");
        fields.put("registration", "RNA W313000000");
        fields.put("holder", "RESEAU DE L ETE");
        fields.put("iban", "fr76 3000 6000 0112 3456 7890 189");
        fields.put("bic", "agri frpp");
        fields.put("login-by-link", "yes");
        fields.put("before", "7, 30");
        fields.put("after", "15 7");
        return fields;
    }

    private MvcTestResult send(Map<String, String> fields) {
        return as("erin").post(PATH, fields);
    }

    @Test
    void detailsAreStoredAndAttributed() {
        assertThat(send(details())).hasStatus(302).hasRedirectedUrl("/admin/association?done=association-changed");

        assertThat(associations.current())
                .isEqualTo(new Association(
                        "Réseau de l’Été",
                        "1 rue de l’Église\n31000 Toulouse",
                        "contact@example.org",
                        "https://example.org",
                        "RNA W313000000",
                        new Association.Bank("RESEAU DE L ETE", "FR7630006000011234567890189", "AGRIFRPP"),
                        true,
                        false,
                        List.of(-30, -7, 7, 15)));
        assertThat(db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("association"), HISTORY.ACTION.eq("update"))
                        .get(HISTORY.ACTOR))
                .isEqualTo("erin");
    }

    @Test
    void thePageFormatsTheStoredDetails() {
        send(details());

        assertThat(as("erin").get(PATH))
                .hasStatus(200)
                .bodyText()
                .contains("value=\"FR76 3000 6000 0112 3456 7890 189\"", "value=\"30, 7\"", "value=\"7, 15\"");
    }

    @Test
    void onlyTheNameIsRequired() {
        assertThat(send(Map.of("name", "Réseau"))).hasStatus(302);
        assertThat(associations.current().bank().isKnown()).isFalse();
        assertThat(associations.current().remindOn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | '' | À remplir",
                "email | personne | pas une adresse de courriel",
                "website | pas un site | pas une adresse de site",
                "iban | 30006 00001 12345678901 89 | pas un IBAN",
                "iban | FR76 3000 6000 0112 3456 7890 188 | La clé de contrôle",
                "iban | FR76 3000 6000 0112 3456 7809 189 | La clé de contrôle",
                "bic | AGRI | pas un BIC",
                "holder | '' | nom qui figure sur le compte",
                "before | demain | nombres de jours",
                "after | 400 | nombres de jours",
                "after | -7 | nombres de jours",
                "before | 1 2 3 4 5 6 7 8 9 10 11 12 | Douze rappels"
            })
    void invalidValuesAreReportedAtTheField(String field, String typed, String message) {
        var fields = details();
        fields.put(field, typed);

        assertThat(send(fields)).hasStatus(422).bodyText().contains("id=\"" + field + "-error\"", message);
        assertThat(associations.current().name()).as("nothing is stored").isEqualTo("Mon association");
    }

    @Test
    void aConcurrentChangeIsShownAndInputIsKept() {
        var mine = details();
        mine.put("name", "Mon nom");
        mine.put("was.name", "Mon association");
        send(details());

        assertThat(send(mine)).hasStatus(422).bodyText().contains("value=\"Mon nom\"", "Réseau de l’Été");
        assertThat(associations.current().name()).isEqualTo("Réseau de l’Été");
    }

    @Test
    void onlyAdministratorsMayReadAndChangeIt() {
        for (String other : List.of("alice", "carol", "bob")) {
            assertThat(as(other).get(PATH)).hasStatus(403);
            assertThat(as(other).post(PATH, details())).hasStatus(403);
        }
        assertThat(associations.current().name()).isEqualTo("Mon association");
    }
}
