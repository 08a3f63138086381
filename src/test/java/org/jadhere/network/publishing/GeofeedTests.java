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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where prefixes are used: noted by administrators, read by anybody in the form of RFC 8805. */
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
    void placesAreReadAsRfc8805HasThem() {
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
    void theParserOfThisTestFindsFaults() {
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
    void whoHasItAlreadyIsToldSo() {
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
    void switchedOffThereIsNone() {
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
    void whatIsWrongIsSaidBesideTheField(String prefix, String country, String region, String city, String field) {
        assertThat(as("erin").post(LIST, place(prefix, country, region, city)))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"" + field + "-error\"");
        assertThat(db().fetchCount(LOCATION)).isZero();
    }

    @Test
    void neverIsThePlaceOfOneSubscriberTold() {
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
        assertThat(feed()).as("given to one service since").isEmpty();
    }

    @Test
    void aPlaceIsChangedUnlessSomebodyElseWasFirstAndGoesWithItsPrefix() {
        as("erin").post(LIST, place("192.0.2.0/24", "FR", "", "Toulouse"));
        long id = db().fetchSingle(LOCATION).get(LOCATION.ID);
        var fields = place("", "FR", "", "Colomiers");
        fields.put("was.city", "Toulouse");
        assertThat(as("erin").post(LIST + "/" + id, fields)).hasStatus(302);
        fields.put("city", "Blagnac");
        assertThat(as("erin").post(LIST + "/" + id, fields)).hasStatus(422);
        assertThat(as("erin").get(LIST + "/" + id)).hasStatus(200).bodyText().contains("Colomiers");

        db().deleteFrom(PREFIX).execute();
        assertThat(db().fetchCount(LOCATION)).isZero();
    }

    @Test
    void sentTwiceItIsOnePlace() {
        var fields = place("192.0.2.0/24", "FR", "", "");
        fields.put("once", "0b7f1f0e-7d8a-4a35-8a2b-0e7c5a3c9f10");
        assertThat(as("erin").post(LIST, fields)).hasStatus(302);
        assertThat(as("erin").post(LIST, fields)).hasStatus(302);
        fields.put("once", "");
        assertThat(as("erin").post(LIST, fields)).hasStatus(422);
        assertThat(db().fetchCount(LOCATION)).isEqualTo(1);
    }

    @Test
    void theDatabaseHoldsTheRulesToo() {
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
    void nobodyButAdministratorsNotesPlaces() {
        for (String who : List.of("alice", "bob", "carol", "dave", "frank")) {
            assertThat(as(who).get(LIST)).hasStatus(403);
            assertThat(as(who).post(LIST, place("192.0.2.0/24", "FR", "", ""))).hasStatus(403);
        }
        assertThat(db().fetchCount(LOCATION)).isZero();
    }

    /** Section 2.1 of the RFC, read again: CSV without quotes, four or five fields, comments, no two words about one prefix. */
    private static final class Rfc8805 {

        private static final Set<String> ALPHA2 = Set.of(Locale.getISOCountries());
        private static final Pattern REGION = Pattern.compile("([A-Z]{2})-[A-Z0-9]{1,3}");

        static List<String> faults(String feed) {
            var faults = new java.util.ArrayList<String>();
            var seen = new java.util.HashSet<String>();
            if (!feed.isEmpty() && !feed.endsWith("\n")) {
                faults.add("the last line has no end");
            }
            for (String line : feed.lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    entry(line.split(",", -1), seen, faults);
                }
            }
            return faults;
        }

        private static void entry(String[] fields, Set<String> seen, List<String> faults) {
            String line = String.join(",", fields);
            if (fields.length < 4 || fields.length > 5) {
                faults.add("four fields, or five with the postal code: " + line);
                return;
            }
            check(isCanonicalPrefix(fields[0]), "prefix of section 2.1.1.1", line, faults);
            check(seen.add(fields[0]), "one entry a prefix", line, faults);
            check(fields[1].isEmpty() || ALPHA2.contains(fields[1]), "alpha2code", line, faults);
            var region = REGION.matcher(fields[2]);
            check(
                    fields[2].isEmpty() || region.matches() && region.group(1).equals(fields[1]),
                    "region of that country",
                    line,
                    faults);
            check(!fields[3].contains("\"") && fields[3].equals(fields[3].strip()), "city", line, faults);
            check(fields.length == 4 || fields[4].isEmpty(), "postal code is deprecated", line, faults);
        }

        private static boolean isCanonicalPrefix(String text) {
            try {
                return IpPrefix.parse(text).toString().equals(text);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private static void check(boolean good, String rule, String line, List<String> faults) {
            if (!good) {
                faults.add(rule + ": " + line);
            }
        }
    }
}
