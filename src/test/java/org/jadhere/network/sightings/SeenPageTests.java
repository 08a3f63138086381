package org.jadhere.network.sightings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Refusals.refusedBy;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of differences between what routers saw and the allocations. */
@ActTest
@WithCast
class SeenPageTests {

    private static final String LIST = "/admin/seen";

    @Autowired
    SightingImport sightingImport;

    @BeforeEach
    void aPoolAndAnAllocation() {
        given().prefix("192.0.2.0/24");
        long service = given().service(
                        cast().toulouse, with(HOLDING.MEMBER_ID, cast().aliceMember), with(SERVICE.LABEL, "maison"));
        given().allocation(service, "192.0.2.7");
    }

    private void importCsv(String csv) {
        sightingImport.run(new ByteArrayInputStream(csv.getBytes(UTF_8)), new SightingImport.Options("x", null, 30));
    }

    @Test
    void theListsShowFindingsAndTheLastImport() {
        assertThat(as("erin").get(LIST)).hasStatus(200).bodyText().contains("Aucun routeur");
        importCsv("ip,source\n192.0.2.9,rt1\n203.0.113.1,rt1\n");

        assertThat(as("erin").get(LIST))
                .hasStatus(200)
                .bodyText()
                .contains("192.0.2.9", "rt1", "maison", "192.0.2.7", "Lignes lues\u00a0: 2", "30 jours")
                .doesNotContain("Alice");
        assertThat(as("erin").get(LIST + "?finding=silent"))
                .bodyText()
                .contains("192.0.2.7")
                .doesNotContain("192.0.2.9");
        assertThat(as("erin").get(LIST + "?finding=nonsense")).hasStatus(200);
    }

    @Test
    void aResolvedFindingIsNoLongerListed() {
        importCsv("ip\n192.0.2.9\n");
        given().allocation(given().service(cast().vpn), "192.0.2.8/31");
        db().update(IP_ALLOCATION)
                .set(IP_ALLOCATION.HELD_UNTIL, Instant.now())
                .where(IP_ALLOCATION.ID.eq(1L))
                .execute();

        assertThat(as("erin").get(LIST)).bodyText().doesNotContain("192.0.2.9", "192.0.2.7");
    }

    @Test
    void onlyAdministratorsSeeIt() {
        for (String username : new String[] {"alice", "bob", "carol", "dave", "frank"}) {
            assertThat(as(username).get(LIST)).hasStatus(403);
        }
    }

    @Test
    void theDatabaseRefusesSightingsOlderThan3Months() {
        assertThat(refusedBy(() -> db().execute("insert into sighting (address, kind, seen_at) "
                        + "values ('192.0.2.9', 'lease', now() - interval '93 days')")))
                .isEqualTo("sighting_young");
    }
}
