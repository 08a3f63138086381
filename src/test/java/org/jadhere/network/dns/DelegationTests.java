package org.jadhere.network.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.PUBLISHING;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.util.List;
import java.util.Map;
import org.jadhere.network.publishing.CheckZone;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Delegations of reverse zones to other name servers, and the zone files that contain them. */
@ActTest
@WithCast
class DelegationTests {

    private static final String LIST = "/admin/delegations";

    @BeforeEach
    void zonesArePublished() {
        given().prefix("192.0.2.0/24");
        given().prefix("2001:db8::/32");
        db().update(PUBLISHING)
                .set(PUBLISHING.PRIMARY_SERVER, "ns1.example.org")
                .set(PUBLISHING.HOSTMASTER, "hostmaster@example.org")
                .set(PUBLISHING.ZONES, true)
                .execute();
    }

    private MvcTestResult delegate(String prefix, String servers) {
        return as("erin").post(LIST, Map.of("prefix", prefix, "servers", servers));
    }

    @Test
    void aDelegationIsInTheZoneThatBindLoads() throws Exception {
        assertThat(delegate("192.0.2.0/26", "NS1.member.example. ns2.member.example\nns1.member.example"))
                .hasStatus(302);
        assertThat(as("erin").post("/admin/reverse", Map.of("address", "192.0.2.5", "name", "hidden.example.org")))
                .hasRedirectedUrl("/admin/reverse?done=reverse-declared-delegated");
        as("erin").post("/admin/reverse", Map.of("address", "192.0.2.70", "name", "seen.example.org"));

        assertThat(as("erin").get("/admin/zones"))
                .bodyText()
                .contains("2.0.192.in-addr.arpa", "8.b.d.0.1.0.0.2.ip6.arpa");
        assertThat(as("erin").get("/admin/zones/2.0.192.in-addr.arpa"))
                .hasStatus(200)
                .bodyText()
                .contains("70 IN PTR seen.example.org.", "5 IN CNAME 5.0-26")
                .doesNotContain("hidden.example.org");
        var file = as("erin").get("/admin/zones/2.0.192.in-addr.arpa/file");
        assertThat(file)
                .hasStatus(200)
                .hasContentType("text/plain;charset=UTF-8")
                .hasHeader("Content-Disposition", "attachment; filename=\"2.0.192.in-addr.arpa.zone\"");
        assertThat(CheckZone.complaintsAbout(
                        "2.0.192.in-addr.arpa", file.getResponse().getContentAsString()))
                .isEmpty();
        assertThat(as("erin").get(LIST)).bodyText().contains("ns1.member.example, ns2.member.example");
        assertThat(as("erin").get("/admin/reverse")).bodyText().contains("délégué");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/26, '', servers",
        "192.0.2.0/26, localhost, servers",
        "198.51.100.0/24, ns.member.example, prefix",
        "192.0.2.1/26, ns.member.example, prefix",
        "192.0.0.0/16, ns.member.example, prefix",
        "192.0.2.128/26, ns.member.example, prefix",
        "192.0.2.128/27, ns.member.example, prefix",
        "192.0.2.0/24, ns.member.example, prefix"
    })
    void errorsAreShownAtTheirFields(String prefix, String servers, String field) {
        delegate("192.0.2.128/26", "ns.member.example");
        assertThat(delegate(prefix, servers))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"" + field + "-error\"", "value=\"" + prefix + "\"");
        assertThat(db().fetchCount(DELEGATION)).isEqualTo(1);
    }

    @Test
    void aConcurrentChangeIsReported() {
        delegate("2001:db8:7::/48", "ns.member.example");
        String path = LIST + "/" + db().fetchSingle(DELEGATION).get(DELEGATION.ID);
        assertThat(as("erin").get(path)).hasStatus(200);
        var fields = Map.of("servers", "ns.new.example", "was.servers", "ns.member.example");
        assertThat(as("erin").post(path, fields)).hasStatus(302);
        assertThat(as("erin").post(path, fields)).hasStatus(422);
    }

    @Test
    void aDelegationIsDeleted() {
        delegate("2001:db8:7::/48", "ns.member.example");
        String path = LIST + "/" + db().fetchSingle(DELEGATION).get(DELEGATION.ID);
        assertThat(as("erin").post(path + "/deletion")).hasStatus(302);
        assertThat(db().fetchCount(DELEGATION)).isZero();
    }

    @Test
    void itEndsWithTheAllocationOfThePrefix() {
        long allocation = given().allocation(given().service(cast().vpn), "2001:db8:7::/48");
        delegate("2001:db8:7::/48", "ns.member.example");
        delegate("2001:db8:8::/48", "ns.own.example");

        assertThat(as("erin").post("/admin/addresses/" + allocation + "/termination"))
                .hasStatus(302);
        assertThat(db().fetch(DELEGATION).getValues(DELEGATION.SERVERS))
                .containsExactly(new String[] {"ns.own.example"});
        given().allocation(given().service(cast().vpn), "2001:db8:8::/56");
        assertThat(db().fetchCount(DELEGATION))
                .as("allocating a part does not end the delegation")
                .isEqualTo(1);
        given().allocation(given().service(cast().vpn), "2001:db8:9::/48");
        delegate("2001:db8:9::/48", "ns.other.example");
        assertThat(db().fetchCount(DELEGATION)).isEqualTo(2);
    }

    @Test
    void switchedOffZonesAreListedButNotPublished() {
        db().update(PUBLISHING).set(PUBLISHING.ZONES, false).execute();
        assertThat(as("erin").get("/admin/zones"))
                .hasStatus(200)
                .bodyText()
                .contains("2.0.192.in-addr.arpa", "ne sont pas publiées");
        assertThat(as("erin").get("/admin/zones/2.0.192.in-addr.arpa")).hasStatus(404);
        assertThat(as("erin").get("/admin/zones/2.0.192.in-addr.arpa/file")).hasStatus(404);
        assertThat(as("erin").get("/admin/zones/nowhere.arpa")).hasStatus(404);
    }

    @Test
    void theDatabaseEnforcesTheRules() {
        String insert = "insert into delegation (prefix, servers) values ";
        assertThat(refusedBy(() -> db().execute(insert + "('192.0.2.0/26', '{}')")))
                .isEqualTo("delegation_servers");
        assertThat(refusedBy(() -> db().execute(insert + "('192.0.2.0/26', '{A.example.org}')")))
                .isEqualTo("delegation_servers");
        assertThat(refusedBy(() -> db().execute(insert + "('192.0.2.0/26', '{a.example.org,a.example.org}')")))
                .isEqualTo("delegation_servers");
        assertThat(refusedBy(() -> db().execute(insert + "('192.0.2.1/26', '{a.example.org}')")))
                .isEqualTo("delegation_whole");
        db().execute(insert + "('192.0.2.0/26', '{a.example.org}')");
        assertThat(refusedBy(() -> db().execute(insert + "('192.0.2.0/25', '{a.example.org}')")))
                .isEqualTo("delegation_not_nested");
    }

    @Test
    void onlyAdministratorsSeeDelegationsAndZones() {
        for (String username : List.of("alice", "bob", "carol", "dave", "frank")) {
            assertThat(as(username).get(LIST)).hasStatus(403);
            assertThat(as(username).post(LIST, Map.of("prefix", "192.0.2.0/26", "servers", "ns.member.example")))
                    .hasStatus(403);
            assertThat(as(username).get("/admin/zones")).hasStatus(403);
            assertThat(as(username).get("/admin/zones/2.0.192.in-addr.arpa")).hasStatus(403);
            assertThat(as(username).get("/admin/zones/2.0.192.in-addr.arpa/file"))
                    .hasStatus(403);
        }
        assertThat(db().fetchCount(DELEGATION)).isZero();
    }
}
