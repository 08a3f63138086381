package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** An administrator allocates addresses to a service: typed ones or the next of a pool. */
@ActTest
@WithCast
class AllocationTests extends AllocationFixture {

    @Test
    void theServicePageAllocatesTheNextOfAPool() {
        long pool = given().prefix("192.0.2.0/29", with(PREFIX.DESCRIPTION, "foyers"));
        assertThat(as("erin").get("/admin/services/" + service))
                .bodyText()
                .contains("/admin/services/" + service + "/addresses/next", "192.0.2.0/29", "foyers", pool + "/32");

        var once = Map.of("pool", pool + "/32", "once", UUID.randomUUID().toString());
        for (int sent = 0; sent < 2; sent++) {
            assertThat(as("erin").post("/admin/services/" + service + "/addresses/next", once))
                    .hasStatus(302);
        }
        assertThat(held()).containsExactly("192.0.2.1");
        assertThat(only().get(IP_ALLOCATION.KNOWN_SINCE))
                .isAfterOrEqualTo(only().get(IP_ALLOCATION.HELD_FROM).minusSeconds(60));
    }

    @Test
    void aFullPoolIsReported() {
        long pool = given().prefix("192.0.2.7/32");
        allocate("192.0.2.7");
        assertThat(as("erin").post("/admin/services/" + other + "/addresses/next", Map.of("pool", pool + "/32")))
                .hasStatus(422)
                .bodyText()
                .contains("pool-error", "tunnel");
        assertThat(as("erin").post("/admin/services/" + other + "/addresses/next", Map.of("pool", "x")))
                .hasStatus(422);
        assertThat(as("erin").post("/admin/services/" + other + "/addresses/next", Map.of("pool", "99999/32")))
                .hasStatus(422);
        assertThat(held()).hasSize(1);
    }

    @Test
    void aStartInThePastIsRecordedWithTheCurrentTime() {
        assertThat(allocate("192.0.2.7 2001:DB8:7::/56", "from", "03/03/2021 14:05"))
                .isEqualTo(302);
        assertThat(db().fetch(IP_ALLOCATION)).hasSize(2).allSatisfy(row -> {
            assertThat(row.get(IP_ALLOCATION.HELD_FROM)).isEqualTo("2021-03-03T13:05:00Z");
            assertThat(row.get(IP_ALLOCATION.KNOWN_SINCE)).isAfter(Instant.now().minus(Duration.ofHours(1)));
        });
    }

    @Test
    void anAmbiguousHourNeedsAnOffset() {
        var twice = fields("192.0.2.7", "from", "2024-10-27T02:30");
        assertThat(as("erin").post("/admin/services/" + service + "/addresses", twice))
                .hasStatus(422)
                .bodyText()
                .contains("from-offset", "+01:00");
        assertThat(allocate("192.0.2.7", "from", "2024-10-27T02:30", "from-offset", "+01:00"))
                .isEqualTo(302);
        assertThat(only().get(IP_ALLOCATION.HELD_FROM)).isEqualTo("2024-10-27T01:30:00Z");
        assertThat(as("erin").get("/admin/services/" + service)).bodyText().contains("02:30:00 +01:00");
    }

    @Test
    void oneTakenAddressRefusesTheWholeForm() {
        given().allocation(other, "192.0.2.8");
        assertThat(allocate("192.0.2.7 192.0.2.8")).isEqualTo(422);
        assertThat(held()).containsExactly("192.0.2.8");
    }

    @Test
    void restingOrReservedAddressesNeedConfirmation() {
        given().prefix("192.0.2.0/24", with(PREFIX.REST_DAYS, (short) 30));
        given().prefix("192.0.2.16/28", with(PREFIX.KIND, "own"));
        given().allocation(
                        other,
                        "192.0.2.7",
                        with(IP_ALLOCATION.HELD_FROM, START),
                        with(IP_ALLOCATION.HELD_UNTIL, Instant.now().minus(Duration.ofDays(3))));
        for (String kept :
                List.of("192.0.2.7", "192.0.2.0/29", "192.0.2.0", "192.0.2.255", "192.0.2.17", "192.0.2.0/26")) {
            assertThat(allocate(kept)).as(kept).isEqualTo(422);
            assertThat(allocate(kept, "from", "2020-01-01 00:00", "anyway", ""))
                    .as(kept)
                    .isEqualTo(422);
        }
        assertThat(held()).hasSize(1);
        assertThat(allocate("192.0.2.7", "anyway", "yes")).isEqualTo(302);
        assertThat(allocate("192.0.2.17", "anyway", "yes")).isEqualTo(302);
        assertThat(held()).containsExactly("192.0.2.7", "192.0.2.7", "192.0.2.17");
    }

    @Test
    void theLastHolderNeedNotWait() {
        given().prefix("192.0.2.0/24", with(PREFIX.REST_DAYS, (short) 30));
        given().allocation(
                        service,
                        "192.0.2.7",
                        with(IP_ALLOCATION.HELD_FROM, START),
                        with(IP_ALLOCATION.HELD_UNTIL, Instant.now().minus(Duration.ofDays(3))));
        assertThat(allocate("192.0.2.7")).isEqualTo(302);
    }

    @Test
    void onlyAdministratorsAllocate() {
        long id = given().allocation(service, "192.0.2.7");
        long pool = given().prefix("198.51.100.0/24");
        for (String username : List.of("alice", "bob", "carol", "dave", "frank")) {
            assertThat(as(username)
                            .post("/admin/services/" + service + "/addresses/next", Map.of("pool", pool + "/32")))
                    .hasStatus(403);
            assertThat(as(username).post("/admin/services/" + service + "/addresses", fields("192.0.2.8")))
                    .hasStatus(403);
            assertThat(as(username).post("/admin/addresses/" + id, Map.of("from", "2024-01-01T00:00Z")))
                    .hasStatus(403);
            assertThat(as(username).post("/admin/addresses/" + id + "/reassignment", Map.of("service", "tunnel")))
                    .hasStatus(403);
            assertThat(as(username).post("/admin/addresses/" + id + "/deletion"))
                    .hasStatus(403);
        }
        assertThat(as("carol").get("/admin/addresses/" + id))
                .hasStatus(200)
                .bodyText()
                .doesNotContain("/reassignment");
        assertThat(held()).containsExactly("192.0.2.7");
    }
}
