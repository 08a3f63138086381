package org.jadhere.network.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.COVERED_AREA;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Administrators choose what is published and with which details. */
@ActTest
@WithCast
class PublishingControllerTests {

    private static final String PATH = "/admin/publishing";
    private static final String AREAS = "/admin/publishing/areas";

    @Autowired
    Publications publications;

    @BeforeEach
    void anAddressOfTheAssociation() {

        db().update(ASSOCIATION)
                .set(ASSOCIATION.ADDRESS, "1 rue Haute\n31000 Toulouse")
                .execute();
    }

    private static Map<String, String> all() {
        var fields = new LinkedHashMap<>(IspJsonTests.allSettings());
        fields.put("zones", "yes");
        fields.put("geofeed", "yes");
        fields.put("primary", "NS1.Example.org.");
        fields.put("servers", "ns2.example.org, ns.example.net");
        fields.put("hostmaster", "host.master@Example.org");
        fields.put("ttl", "7200");
        fields.put("negative-ttl", "600");
        return fields;
    }

    private MvcTestResult send(Map<String, String> fields) {
        return as("erin").post(PATH, fields);
    }

    @Test
    void atFirstNothingIsPublished() {
        var publishing = publications.current();
        assertThat(publishing.zones() || publishing.geofeed() || publishing.ispJson())
                .isFalse();
        assertThat(as("erin").get(PATH)).hasStatus(200).bodyText().contains("adresse de courriel");
    }

    @Test
    void settingsAreSavedWithTheirAuthor() {
        assertThat(send(all())).hasStatus(302).hasRedirectedUrl("/admin/publishing?done=publishing-changed");

        var publishing = publications.current();
        assertThat(publishing.zones() && publishing.geofeed() && publishing.ispJson())
                .isTrue();
        assertThat(publishing.servers())
                .isEqualTo(new NameServers(
                        "ns1.example.org",
                        List.of("ns2.example.org", "ns.example.net"),
                        "host.master@example.org",
                        7200,
                        600));
        assertThat(publishing.profile().otherWebsites())
                .containsExactly("Wiki https://wiki.example.org", "Le pad https://pad.example.org/a");
        assertThat(as("erin").get(PATH))
                .bodyText()
                .contains("value=\"ns1.example.org\"", "value=\"43.6045\"", "ns2.example.org\nns.example.net");
        assertThat(db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("publishing"), HISTORY.ACTION.eq("update"))
                        .get(HISTORY.ACTOR))
                .isEqualTo("erin");
        assertThat(as("erin").get("/admin/history?kind=publishing&id=1"))
                .hasStatus(200)
                .bodyText()
                .contains("ce qui est publié", "Serveur de noms primaire", "Opérationnel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "primary | pas un nom | primary | nom d’hôte",
                "primary | '' | zones | Écrivez d’abord",
                "hostmaster | '' | zones | Écrivez d’abord",
                "hostmaster | personne | hostmaster | pas une adresse utilisable",
                "hostmaster | a b@example.org | hostmaster | pas une adresse utilisable",
                "hostmaster | hostmaster@localhost | hostmaster | nom d’hôte",
                "servers | ns2.example.org ns1.example.org | servers | deux fois",
                "servers | ns_2.example.org | servers | nom d’hôte",
                "ttl | 59 | ttl | de 60",
                "negative-ttl | 86401 | negative-ttl | de 60",
                "shortname | seize caractères | shortname | trop long",
                "logo | logo.png | logo | adresse de site",
                "websites | https://wiki.example.org | websites | Un site par ligne",
                "websites | Wiki wiki.example.org | websites | Un site par ligne",
                "list | personne | list | adresse de courriel",
                "created | hier | created | date",
                "progress | 8 | progress | de 1",
                "chatrooms | un salon | chatrooms | Une adresse par ligne",
                "country | '' | country | région et le pays",
                "latitude | 91 | latitude | de -90",
                "latitude | nord | latitude | degrés",
                "longitude | '' | longitude | aucune des deux"
            })
    void errorsAreShownAtTheirFields(String field, String typed, String at, String message) {
        var fields = all();
        fields.put(field, typed);

        assertThat(send(fields)).hasStatus(422).bodyText().contains("id=\"" + at + "-error\"", message);
        assertThat(publications.current().zones()).as("nothing is saved").isFalse();
    }

    @Test
    void anOfficeNeedsATownInTheAddressOfTheAssociation() {
        db().update(ASSOCIATION).set(ASSOCIATION.ADDRESS, "quelque part").execute();
        assertThat(send(all())).hasStatus(422).bodyText().contains("region-error");
    }

    @Test
    void aConcurrentChangeIsReported() {
        var mine = all();
        mine.put("shortname", "Mien");
        mine.put("was.shortname", "");
        send(all());

        assertThat(send(mine)).hasStatus(422).bodyText().contains("value=\"Mien\"");
        assertThat(publications.current().profile().shortname()).isEqualTo("Été");
    }

    @Test
    void areasAreAddedChangedAndDeleted() {
        var area = Map.of(
                "name", "Toulouse",
                "wifi", "yes",
                "area", "{\"type\":\"Polygon\",\"coordinates\":[[[1.4,43.6],[1.5,43.6],[1.5,43.7],[1.4,43.6]]]}");
        assertThat(as("erin").post(AREAS, area)).hasStatus(302);
        String path = AREAS + "/" + db().fetchSingle(COVERED_AREA).get(COVERED_AREA.ID);
        assertThat(as("erin").get(path)).hasStatus(200).bodyText().contains("[1.4,43.6]");
        assertThat(as("erin").post(path, Map.of("name", "Blagnac", "was.name", "Toulouse")))
                .hasStatus(302);
        assertThat(as("erin").post(path, Map.of("name", "Muret", "was.name", "Toulouse")))
                .hasStatus(422);
        assertThat(as("erin").get(AREAS)).bodyText().contains("Blagnac");
        assertThat(as("erin").post(path + "/deletion")).hasStatus(302);
        assertThat(db().fetchCount(COVERED_AREA)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Toulouse",
                "{}",
                "[1]",
                "{\"type\":\"Point\",\"coordinates\":[1.4,43.6]}",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2],[1,1]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2],[3,3],[4,4]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,91],[2,2],[3,3],[1,91]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"1\",1],[2,2],[3,3],[\"1\",1]]]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[1,1],[2,2],[3,3],[1,1]]]}"
            })
    void anInvalidAreaIsShownAtItsField(String area) {
        assertThat(as("erin").post(AREAS, Map.of("name", "Toulouse", "area", area)))
                .hasStatus(422)
                .bodyText()
                .contains("area-error");
        assertThat(db().fetchCount(COVERED_AREA)).isZero();
    }

    @Test
    void theDatabaseEnforcesTheRules() {
        assertThat(refusedBy(() -> db().execute("update publishing set zones = true")))
                .isEqualTo("publishing_zones_complete");
        assertThat(refusedBy(() -> db().execute("update publishing set latitude = 1")))
                .isEqualTo("publishing_coordinates");
        assertThat(refusedBy(() -> db().execute("update publishing set primary_server = 'x'")))
                .isEqualTo("publishing_primary_server");
        assertThat(refusedBy(() -> db().execute("insert into publishing default values")))
                .isEqualTo("publishing_once");
        assertThat(refusedBy(() -> db().execute("delete from publishing"))).isEqualTo("publishing_stays");
        assertThat(refusedBy(
                        () -> db().execute("insert into covered_area (name, technologies) values ('x', '{pigeon}')")))
                .isEqualTo("covered_area_technologies");
        assertThat(
                        refusedBy(
                                () -> db().execute(
                                                "insert into covered_area (name, technologies, area) values ('x', '{}', '{\"type\":\"Point\"}')")))
                .isEqualTo("covered_area_area");
    }

    @Test
    void onlyAdministratorsChangeIt() {
        for (String other : List.of("alice", "bob", "carol", "dave", "frank")) {
            for (String path : List.of(PATH, AREAS)) {
                assertThat(as(other).get(path)).hasStatus(403);
                assertThat(as(other).post(path, all())).hasStatus(403);
            }
        }
        assertThat(publications.current().zones()).isFalse();
    }
}
