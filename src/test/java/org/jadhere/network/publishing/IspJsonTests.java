package org.jadhere.network.publishing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ASSOCIATION;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.PUBLISHING;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;
import static org.jadhere.support.Scene.queries;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The public isp.json is valid in the format of the FFDN federation and counts members and subscribers. */
@ActTest
@WithCast
class IspJsonTests {

    private static final String SQUARE = "[[[1.4, 43.6], [1.5, 43.6], [1.5, 43.7], [1.4, 43.6]]]";

    @BeforeEach
    void itIsSwitchedOn() {
        db().update(PUBLISHING).set(PUBLISHING.ISP_JSON, true).execute();
        db().update(ASSOCIATION)
                .set(ASSOCIATION.NAME, "Réseau de l’Été")
                .set(ASSOCIATION.EMAIL, "contact@example.org")
                .execute();
    }

    static Map<String, String> allSettings() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("isp-json", "yes");
        fields.put("shortname", "Été");
        fields.put("description", "Un réseau\nà nous");
        fields.put("logo", "https://example.org/logo.png");
        fields.put("websites", "Wiki : https://wiki.example.org\r\nLe pad https://pad.example.org/a");
        fields.put("list", "discussion@example.org");
        fields.put("created", "2011-05-28");
        fields.put("federated", "2012-01-01");
        fields.put("progress", "7");
        fields.put("chatrooms", "ircs://irc.example.org/ete\nxmpp:ete@chat.example.org?join");
        fields.put("box", "BP 7");
        fields.put("extended", "2e étage");
        fields.put("region", "Occitanie");
        fields.put("country", "France");
        fields.put("latitude", "43,6045");
        fields.put("longitude", "1.4440");
        return fields;
    }

    private MvcTestResult request() {
        return browser().get().uri("/isp.json").exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Error> faults(String document) throws IOException {
        try (var schema = requireNonNull(IspJsonTests.class.getResourceAsStream("isp-0.1.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(schema)
                    .validate(document, InputFormat.JSON);
        }
    }

    @Test
    void withoutSettingsItHasTheRequiredFields() throws IOException {
        assertThat(request()).hasStatus(200).hasContentType("application/json");
        assertThat(body(request()))
                .isEqualTo("{\"version\":0.1,\"name\":\"Réseau de l’Été\",\"email\":\"contact@example.org\","
                        + "\"memberCount\":1,\"subscriberCount\":0,\"coveredAreas\":[]}");
        assertThat(faults(body(request()))).isEmpty();
    }

    @Test
    void withAllSettingsItIsValid() throws IOException {
        db().update(ASSOCIATION)
                .set(ASSOCIATION.ADDRESS, "Maison des associations\n1 rue de l’Église\n31000 Toulouse")
                .set(ASSOCIATION.WEBSITE, "https://example.org")
                .execute();
        assertThat(as("erin").post("/admin/publishing", allSettings())).hasStatus(302);
        for (String area : List.of(
                "",
                "{\"type\": \"Polygon\", \"coordinates\": " + SQUARE + "}",
                "{\"type\": \"MultiPolygon\", \"coordinates\": [" + SQUARE + "], \"bbox\": [1, 2, 3, 4]}")) {
            assertThat(as("erin")
                            .post(
                                    "/admin/publishing/areas",
                                    Map.of("name", "Toulouse", "wifi", "yes", "ftth", "yes", "area", area)))
                    .hasStatus(302);
        }

        String document = body(request());
        assertThat(faults(document)).as(document).isEmpty();
        assertThat(document)
                .contains(
                        "\"otherWebsites\":{\"Wiki\":\"https://wiki.example.org\",\"Le pad\":\"https://pad.example.org/a\"}",
                        "\"registeredOffice\":{\"post-office-box\":\"BP 7\",\"extended-address\":\"2e étage\","
                                + "\"street-address\":\"Maison des associations, 1 rue de l’Église\",\"locality\":\"Toulouse\","
                                + "\"region\":\"Occitanie\",\"postal-code\":\"31000\",\"country-name\":\"France\"}",
                        "\"coordinates\":{\"latitude\":43.6045,\"longitude\":1.4440}",
                        "\"progressStatus\":7",
                        "\"creationDate\":\"2011-05-28\"",
                        "\"technologies\":[\"ftth\",\"wifi\"]",
                        "\"type\":\"MultiPolygon\"")
                .doesNotContain("bbox");
    }

    @Test
    void theSchemaFindsFaults() throws IOException {
        assertThat(faults("{}")).hasSize(6);
        assertThat(faults("""
                {"version": "0.1", "name": "x", "email": "none", "memberCount": -1, "subscriberCount": 0,
                 "coveredAreas": [{"name": "x", "technologies": ["pigeon"], "area": {"type": "Point", "coordinates": [1, 2]}}]}
                """)).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void currentMembersAndSubscribersAreCounted() {
        var today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
        long access = given().serviceType("Abo", with(SERVICE_TYPE.INTERNET_ACCESS, true));
        long two = given().service(access, with(HOLDING.MEMBER_ID, cast().aliceMember));
        given().service(access, with(HOLDING.MEMBER_ID, cast().aliceMember));
        given().service(access);
        given().service(access, with(HOLDING.MEMBER_ID, given().member("ended")), with(SERVICE.ENDS_ON, today));
        given().service(
                        access,
                        with(HOLDING.MEMBER_ID, given().member("later")),
                        with(SERVICE.STARTS_ON, today.plusDays(1)));
        given().service(cast().vpn, with(HOLDING.MEMBER_ID, given().member("vpn")));
        given().member("left", with(MEMBERSHIP.LEFT_ON, today));
        given().member("leaves-tomorrow", with(MEMBERSHIP.LEFT_ON, today.plusDays(1)));
        assertThat(two).isPositive();
        queries().forget();

        assertThat(body(request())).contains("\"memberCount\":5,\"subscriberCount\":1");
        assertThat(queries().heard()).as("counted in one query").hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void anUnchangedDocumentIsAnsweredWith304() {
        var first = request().getResponse();
        String tag = first.getHeader("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(browser()
                        .get()
                        .uri("/isp.json")
                        .header("If-None-Match", requireNonNull(tag))
                        .exchange())
                .hasStatus(304);
        given().member("zoe");
        assertThat(browser().get().uri("/isp.json").header("If-None-Match", tag).exchange())
                .hasStatus(200);
    }

    @Test
    void scriptsOfOtherSitesMayReadIt() {
        var response = request().getResponse();
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(response.getHeader("Content-Security-Policy")).isNotNull();
    }

    @Test
    void requestsStartNoSession() {
        for (String path : List.of("/isp.json", "/geofeed.csv")) {
            var answer = browser().get().uri(path).exchange();
            assertThat(answer.getRequest().getSession(false)).as(path).isNull();
            assertThat(answer.getResponse().getCookies()).as(path).isEmpty();
            assertThat(answer.getResponse().getHeader("Set-Cookie")).as(path).isNull();
        }
    }

    @Test
    void withoutARequiredFieldItIsNotFound() {
        db().update(ASSOCIATION).set(ASSOCIATION.EMAIL, "").execute();
        assertThat(request()).hasStatus(404);
        db().update(ASSOCIATION).set(ASSOCIATION.EMAIL, "contact@example.org").execute();
        assertThat(request()).hasStatus(200);
    }

    @Test
    void switchedOffItIsNotFound() {
        db().update(PUBLISHING).set(PUBLISHING.ISP_JSON, false).execute();
        assertThat(request()).hasStatus(404);
    }
}
