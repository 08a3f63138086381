package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Names of addresses: declared by administrators and by who holds the address, and gone when somebody else does. */
@ActTest
@WithCast
class ReverseNameTests {

    private static final String LIST = "/admin/reverse";
    private static final String MINE = "/me/reverse";

    @Autowired
    Zones zones;

    private long service;
    private long allocation;

    @BeforeEach
    void aliceHasAMachine() {
        given().prefix("192.0.2.0/24");
        given().prefix("2001:db8::/32");
        service = given().service(
                        cast().toulouse, with(SERVICE.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "vm-alice"));
        allocation = given().allocation(service, "192.0.2.7");
        given().allocation(service, "2001:db8:7::/48");
    }

    private static Map<String, String> named(String address, String name) {
        return Map.of("address", address, "name", name);
    }

    private MvcTestResult declare(String who, String path, String address, String name) {
        return as(who).post(path, named(address, name));
    }

    private List<String> names() {
        return db().select(REVERSE_NAME.NAME)
                .from(REVERSE_NAME)
                .orderBy(REVERSE_NAME.ADDRESS)
                .fetch(REVERSE_NAME.NAME);
    }

    private List<String> published() {
        return zones.all().stream()
                .flatMap(zone -> zone.lines().stream())
                .map(Zone.Line::value)
                .toList();
    }

    private long declared(String address, String name) {
        assertThat(declare("erin", LIST, address, name)).hasStatus(302);
        return db().fetchSingle(REVERSE_NAME, REVERSE_NAME.NAME.eq(name)).get(REVERSE_NAME.ID);
    }

    @Test
    void aNameIsTheServicesThatHoldsTheAddressOrTheAssociations() {
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
    void whatIsNoNameIsSaidBesideTheField(String name) {
        assertThat(declare("erin", LIST, "192.0.2.7", name))
                .hasStatus(422)
                .bodyText()
                .contains("name-error");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "192.0.2.0/25", "nowhere", "198.51.100.1"})
    void whatIsNoSingleAddressOfOursIsSaidBesideTheField(String address) {
        assertThat(declare("erin", LIST, address, "a.example.org"))
                .hasStatus(422)
                .bodyText()
                .contains("address-error", "value=\"a.example.org\"");
        assertThat(names()).isEmpty();
    }

    @Test
    void anAddressHasOneNameAndAFormSentTwiceDeclaresItOnce() {
        var fields = new java.util.HashMap<>(named("192.0.2.7", "a.example.org"));
        fields.put("once", "0b7f1f0e-7d8a-4a35-8a2b-0e7c5a3c9f10");
        assertThat(as("erin").post(LIST, fields)).hasStatus(302);
        assertThat(as("erin").post(LIST, fields)).hasStatus(302);
        assertThat(declare("erin", LIST, "192.0.2.7", "b.example.org"))
                .hasStatus(422)
                .bodyText()
                .contains("a déjà un nom");
        assertThat(names()).containsExactly("a.example.org");
    }

    @Test
    void aNameIsChangedUnlessSomebodyElseWasFirstAndRemoved() {
        String path = LIST + "/" + declared("192.0.2.7", "a.example.org");
        assertThat(as("erin").get(path)).hasStatus(200).bodyText().contains("value=\"a.example.org\"");
        assertThat(as("erin").post(path, Map.of("name", "b.example.org", "was.name", "a.example.org")))
                .hasStatus(302);
        assertThat(as("erin").post(path, Map.of("name", "c.example.org", "was.name", "a.example.org")))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"c.example.org\"");
        assertThat(names()).containsExactly("b.example.org");
        assertThat(as("erin").post(path + "/deletion")).hasStatus(302);
        assertThat(names()).isEmpty();
    }

    @Test
    void whoHoldsAnAddressNamesIt() {
        assertThat(declare("alice", MINE, "192.0.2.7", "maison.example.org"))
                .hasStatus(302)
                .hasRedirectedUrl("/me/reverse?done=reverse-declared");
        assertThat(declare("alice", MINE, "2001:db8:7::25", "mail.example.org")).hasStatus(302);
        assertThat(as("alice").get(MINE))
                .hasStatus(200)
                .bodyText()
                .contains("maison.example.org", "mail.example.org", "2001:db8:7::/48");

        String path = MINE + "/"
                + db().fetchSingle(REVERSE_NAME, REVERSE_NAME.NAME.eq("maison.example.org"))
                        .get(REVERSE_NAME.ID);
        assertThat(as("alice").post(path, Map.of("name", "chez-moi.example.org")))
                .hasStatus(302);
        assertThat(names()).containsExactly("chez-moi.example.org", "mail.example.org");
        assertThat(as("alice").post(path + "/deletion")).hasStatus(302);
        assertThat(names()).containsExactly("mail.example.org");
        assertThat(db().fetch(HISTORY, HISTORY.TABLE_NAME.eq("reverse_name"), HISTORY.ACTION.eq("delete"))
                        .getValues(HISTORY.ACTOR))
                .containsExactly("alice");
    }

    @Test
    void nobodyNamesTheAddressesOfOthers() {
        long id = declared("192.0.2.7", "maison.example.org");
        for (String who : List.of("bob", "carol", "dave", "frank")) {
            assertThat(declare(who, MINE, "192.0.2.7", "x.example.org"))
                    .hasStatus(422)
                    .bodyText()
                    .doesNotContain("vm-alice", "maison");
            assertThat(as(who).get(MINE + "/" + id)).hasStatus(404);
            assertThat(as(who).post(MINE + "/" + id, Map.of("name", "x.example.org")))
                    .hasStatus(404);
            assertThat(as(who).post(MINE + "/" + id + "/deletion")).hasStatus(404);
            assertThat(as(who).get(LIST)).hasStatus(403);
            assertThat(declare(who, LIST, "192.0.2.7", "x.example.org")).hasStatus(403);
            assertThat(as(who).post(LIST + "/" + id, Map.of("name", "x.example.org")))
                    .hasStatus(403);
            assertThat(as(who).post(LIST + "/" + id + "/deletion")).hasStatus(403);
        }
        assertThat(declare("alice", MINE, "192.0.2.8", "x.example.org"))
                .as("held by nobody")
                .hasStatus(422);
        assertThat(declare("alice", LIST, "192.0.2.7", "x.example.org")).hasStatus(403);
        assertThat(names()).containsExactly("maison.example.org");
    }

    @Test
    void aServiceThatHasEndedNamesNothing() {
        long id = declared("192.0.2.7", "maison.example.org");
        db().update(SERVICE)
                .set(SERVICE.ENDS_ON, LocalDate.of(2026, 1, 1))
                .where(SERVICE.ID.eq(service))
                .execute();

        assertThat(declare("alice", MINE, "2001:db8:7::25", "mail.example.org")).hasStatus(422);
        assertThat(as("alice").get(MINE + "/" + id)).hasStatus(404);
        assertThat(as("alice").get(MINE)).bodyText().doesNotContain("maison.example.org");
    }

    @Test
    void aServiceFloodsNoZone() {
        db().execute(
                        "insert into reverse_name (address, name) select '2001:db8:7::'::inet + i, 'h' || i || '.example.org' "
                                + "from generate_series(1, 256) i");
        assertThat(declare("alice", MINE, "192.0.2.7", "one-more.example.org")).hasStatus(422);
        assertThat(declare("erin", LIST, "192.0.2.7", "one-more.example.org")).hasStatus(302);
    }

    @Test
    void theNameGoesWithTheAllocation() {
        declared("192.0.2.7", "maison.example.org");
        declared("2001:db8:7::25", "mail.example.org");
        assertThat(published()).contains("maison.example.org.", "mail.example.org.");

        assertThat(as("erin").post("/admin/addresses/" + allocation + "/termination"))
                .hasStatus(302);
        assertThat(names()).containsExactly("mail.example.org");
        given().allocation(given().service(cast().vpn), "192.0.2.7", with(IP_ALLOCATION.HELD_FROM, Instant.now()));
        assertThat(published()).containsExactly("mail.example.org.");
        assertThat(db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("reverse_name"), HISTORY.ACTION.eq("delete"))
                        .get(HISTORY.ACTOR))
                .isEqualTo("erin");
    }

    @Test
    void aNameOfTheAssociationGoesWhenTheAddressIsGivenAway() {
        declared("192.0.2.9", "libre.example.org");
        given().allocation(
                        service,
                        "192.0.2.9",
                        with(IP_ALLOCATION.HELD_FROM, Instant.now().minusSeconds(1)));
        assertThat(names()).isEmpty();
    }

    @Test
    void theNameGoesWithTheMember() {
        declared("192.0.2.7", "maison.example.org");
        db().update(SERVICE)
                .set(SERVICE.LABEL, "autre")
                .where(SERVICE.ID.eq(service))
                .execute();
        assertThat(names()).as("another label is the same member").hasSize(1);
        db().update(SERVICE)
                .setNull(SERVICE.MEMBER_ID)
                .where(SERVICE.ID.eq(service))
                .execute();
        assertThat(names()).isEmpty();
    }

    @Test
    void theNameGoesAtTheEndThatWasKnownInAdvance() {
        declared("192.0.2.7", "maison.example.org");
        db().update(IP_ALLOCATION)
                .set(IP_ALLOCATION.HELD_UNTIL, Instant.now().plusSeconds(2))
                .where(IP_ALLOCATION.ID.eq(allocation))
                .execute();
        assertThat(published()).containsExactly("maison.example.org.");
        long before = serial();

        db().execute("select pg_sleep(2.1)");
        assertThat(published()).isEmpty();
        assertThat(names()).isEmpty();
        assertThat(serial()).isGreaterThan(before);
        assertThat(db().fetchSingle(HISTORY, HISTORY.TABLE_NAME.eq("reverse_name"), HISTORY.ACTION.eq("delete"))
                        .get(HISTORY.DOOR))
                .isEqualTo("program");
    }

    private long serial() {
        return db().fetchSingle("select serial from zone_serial").get(0, Long.class);
    }

    @Test
    void theSerialGrowsWithEveryChangeAndOnlyThen() {
        long first = serial();
        long id = declared("192.0.2.7", "maison.example.org");
        long second = serial();
        assertThat(second).isGreaterThan(first).isGreaterThanOrEqualTo(2026010100L);
        as("erin").post(LIST + "/" + id, Map.of("name", "b.example.org"));
        assertThat(serial()).isEqualTo(second + 1);
        assertThat(published()).isEqualTo(published());
        assertThat(serial()).as("looked at, not changed").isEqualTo(second + 1);
        given().prefix("198.51.100.0/24");
        assertThat(serial()).isEqualTo(second + 2);
    }

    @Test
    void theDatabaseHoldsTheRulesToo() {
        assertThat(refused("'192.0.2.7', 'A.example.org'")).isEqualTo("host_name_form");
        assertThat(refused("'192.0.2.7', 'a.example.org.'")).isEqualTo("host_name_form");
        assertThat(refused("'192.0.2.7', '" + "a".repeat(64) + ".org'")).isEqualTo("host_name_form");
        assertThat(refused("'192.0.2.7', '" + "a.".repeat(127) + "org'")).isEqualTo("host_name_form");
        assertThat(refused("'192.0.2.0/31', 'a.example.org'")).isEqualTo("reverse_name_single");
        assertThat(refused("'198.51.100.1', 'a.example.org'")).isEqualTo("reverse_name_ours");
        db().execute("insert into reverse_name (address, name, service_id) values ('192.0.2.1', 'a.example.org', "
                + service + ")");
        assertThat(db().fetchSingle(REVERSE_NAME).get(REVERSE_NAME.SERVICE_ID))
                .as("whatever was asked")
                .isNull();
    }

    private String refused(String values) {
        return refusedBy(() -> db().execute("insert into reverse_name (address, name) values (" + values + ")"));
    }
}
