package org.jadhere.network.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.LOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.PUBLISHING;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The geofeed: administrators record where prefixes are used, and it is public in the format of RFC 8805. */
@ActTest
@WithCast
class GeofeedTests {

    private static final String LIST = "/admin/publishing/geofeed";

    @BeforeEach
    void itIsSwitchedOn() {
        db().update(PUBLISHING).set(PUBLISHING.GEOFEED, true).execute();
        given().prefix("192.0.2.0/24");
        given().prefix("192.0.2.128/25");
        given().prefix("2001:db8::/32");
    }

    private static Map<String, String> place(String prefix, String country, String region, String city) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("prefix", prefix);
        fields.put("country", country);
        fields.put("region", region);
        fields.put("city", city);
        return fields;
    }

    private String feed() {
        try {
            return browser().get().uri("/geofeed.csv").exchange().getResponse().getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFeedHasTheFormatOfRfc8805() {
        assertThat(as("erin").post(LIST, place("2001:0db8::/32", "fr", "fr-occ", "Toulouse")))
                .hasStatus(302);
        assertThat(as("erin").post(LIST, place("192.0.2.128/25", "IT", "", "Forlì")))
                .hasStatus(302);
        assertThat(as("erin").post(LIST, place("192.0.2.0/24", "FR", "FR-31", "")))
                .hasStatus(302);

        assertThat(feed()).isEqualTo("""
                        192.0.2.0/24,FR,FR-31,,
                        192.0.2.128/25,IT,,Forlì,
                        2001:db8::/32,FR,FR-OCC,Toulouse,
                        """);
        assertThat(Rfc8805.faults(feed())).isEmpty();
        assertThat(browser().get().uri("/geofeed.csv").exchange())
                .hasStatus(200)
                .hasContentType("text/csv;charset=UTF-8")
                .hasHeader("Cache-Control", "max-age=3600, public");
    }

    @Test
    void theFormatCheckFindsFaults() {
        assertThat(Rfc8805.faults("# about\n\n192.0.2.0/24,FR,FR-31,Toulouse,\n2001:db8::/32,,,,\n"))
                .isEmpty();
        for (String line : List.of(
                "192.0.2.1/24,FR,,,",
                "192.0.2.0/24,FRA,,,",
                "192.0.2.0/24,FR,IT-57,,",
                "192.0.2.0/24,FR,FR-31",
                "192.0.2.0/24,FR,,,31000",
                "192.0.2.0/24,FR,,,\n192.0.2.0/24,IT,,,",
                "2001:0DB8::/32,FR,,,")) {
            assertThat(Rfc8805.faults(line + "\n")).as(line).isNotEmpty();
        }
    }

    @Test
    void anUnchangedFeedIsAnsweredWith304() {
        as("erin").post(LIST, place("192.0.2.0/24", "FR", "", ""));
        String tag =
                browser().get().uri("/geofeed.csv").exchange().getResponse().getHeader("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(browser()
                        .get()
                        .uri("/geofeed.csv")
                        .header("If-None-Match", "" + tag)
                        .exchange())
                .hasStatus(304);
    }

    @Test
    void aFeedSwitchedOffIsNotFound() {
        db().update(PUBLISHING).set(PUBLISHING.GEOFEED, false).execute();
        assertThat(browser().get().uri("/geofeed.csv").exchange()).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, XX, '', '', country",
        "192.0.2.0/24, '', '', '', country",
        "192.0.2.0/24, FR, IT-57, '', region",
        "192.0.2.0/24, FR, Occitanie, '', region",
        "192.0.2.0/24, FR, '', 'Toulouse, France', city",
        "198.51.100.0/24, FR, '', '', prefix",
        "192.0.2.0/23, FR, '', '', prefix",
        "nowhere, FR, '', '', prefix"
    })
    void errorsAreShownAtTheirFields(String prefix, String country, String region, String city, String field) {
        assertThat(as("erin").post(LIST, place(prefix, country, region, city)))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"" + field + "-error\"");
        assertThat(db().fetchCount(LOCATION)).isZero();
    }

    @Test
    void thePlaceOfASingleServiceIsNotPublished() {
        given().prefix("192.0.2.7");
        long service = given().service(cast().toulouse);
        given().allocation(service, "192.0.2.128/25");
        assertThat(as("erin").post(LIST, place("192.0.2.7", "FR", "", ""))).hasStatus(422);
        assertThat(as("erin").post(LIST, place("192.0.2.128/25", "FR", "", "")))
                .hasStatus(422)
                .bodyText()
                .contains("Un seul service", "prefix-error");

        as("erin").post(LIST, place("2001:db8::/32", "FR", "", ""));
        assertThat(feed()).isNotEmpty();
        given().allocation(service, "2001:db8::/32");
        assertThat(feed()).as("allocated to one service since").isEmpty();
    }

    @Test
    void aConcurrentChangeIsReported() {
        as("erin").post(LIST, place("192.0.2.0/24", "FR", "", "Toulouse"));
        long id = db().fetchSingle(LOCATION).get(LOCATION.ID);
        var fields = place("", "FR", "", "Colomiers");
        fields.put("was.city", "Toulouse");
        assertThat(as("erin").post(LIST + "/" + id, fields)).hasStatus(302);
        fields.put("city", "Blagnac");
        assertThat(as("erin").post(LIST + "/" + id, fields)).hasStatus(422);
        assertThat(as("erin").get(LIST + "/" + id)).hasStatus(200).bodyText().contains("Colomiers");
    }

    @Test
    void aPlaceIsDeletedWithItsPrefix() {
        as("erin").post(LIST, place("192.0.2.0/24", "FR", "", "Toulouse"));
        db().deleteFrom(PREFIX).execute();
        assertThat(db().fetchCount(LOCATION)).isZero();
    }

    @Test
    void aFormSentTwiceAddsOnePlace() {
        var fields = place("192.0.2.0/24", "FR", "", "");
        fields.put("once", "0b7f1f0e-7d8a-4a35-8a2b-0e7c5a3c9f10");
        assertThat(as("erin").post(LIST, fields)).hasStatus(302);
        assertThat(as("erin").post(LIST, fields)).hasStatus(302);
        fields.put("once", "");
        assertThat(as("erin").post(LIST, fields)).hasStatus(422);
        assertThat(db().fetchCount(LOCATION)).isEqualTo(1);
    }

    @Test
    void theDatabaseEnforcesTheRules() {
        String insert = "insert into location (prefix, country, region, city) values ";
        assertThat(refusedBy(() -> db().execute(insert + "('192.0.2.0/24', 'fr', '', '')")))
                .isEqualTo("location_country");
        assertThat(refusedBy(() -> db().execute(insert + "('192.0.2.0/24', 'FR', 'IT-57', '')")))
                .isEqualTo("location_region");
        assertThat(refusedBy(() -> db().execute(insert + "('192.0.2.0/24', 'FR', '', 'a,b')")))
                .isEqualTo("location_city");
        assertThat(refusedBy(() -> db().execute(insert + "('203.0.113.0/24', 'FR', '', '')")))
                .isEqualTo("location_prefix");
    }

    @Test
    void onlyAdministratorsChangePlaces() {
        for (String username : List.of("alice", "bob", "carol", "dave", "frank")) {
            assertThat(as(username).get(LIST)).hasStatus(403);
            assertThat(as(username).post(LIST, place("192.0.2.0/24", "FR", "", "")))
                    .hasStatus(403);
        }
        assertThat(db().fetchCount(LOCATION)).isZero();
    }
}
