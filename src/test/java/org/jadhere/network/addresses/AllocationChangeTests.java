package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** An administrator moves an allocation, corrects its times, ends or deletes it. */
@ActTest
@WithCast
class AllocationChangeTests extends AllocationFixture {

    @Test
    void anAddressMovesToAnotherService() {
        long id = given().allocation(service, "192.0.2.7", with(IP_ALLOCATION.HELD_FROM, START));
        String move = "/admin/addresses/" + id + "/reassignment";
        assertThat(as("erin").post(move, Map.of("service", "nowhere", "at", "")))
                .hasStatus(422);
        assertThat(as("erin").post(move, Map.of("service", "maison", "at", ""))).hasStatus(422);
        assertThat(as("erin").post(move, Map.of("service", "#" + other, "at", "2023-12-31T00:00Z")))
                .hasStatus(422)
                .bodyText()
                .contains("at-error", "#" + other);

        assertThat(as("erin").post(move, Map.of("service", "tunnel", "at", "2024-06-01T12:00Z")))
                .hasStatus(302);
        assertThat(db().fetch(IP_ALLOCATION).sortAsc(IP_ALLOCATION.HELD_FROM))
                .extracting(row -> row.get(IP_ALLOCATION.SERVICE_ID) + " " + row.get(IP_ALLOCATION.HELD_FROM) + " "
                        + row.get(IP_ALLOCATION.HELD_UNTIL))
                .containsExactly(
                        service + " 2024-01-01T00:00:00Z 2024-06-01T12:00:00Z", other + " 2024-06-01T12:00:00Z null");
        assertThat(as("erin").post(move, Map.of("service", "tunnel", "at", "2024-06-01T12:00Z")))
                .as("sent twice")
                .hasStatus(422);
    }

    @Test
    void timesAreCorrected() {
        long id = given().allocation(service, "192.0.2.7", with(IP_ALLOCATION.HELD_FROM, START));
        given().allocation(
                        other,
                        "192.0.2.7",
                        with(IP_ALLOCATION.HELD_FROM, START.minus(Duration.ofDays(10))),
                        with(IP_ALLOCATION.HELD_UNTIL, START));
        String here = "/admin/addresses/" + id;
        assertThat(as("erin").get(here)).bodyText().contains("2024-01-01T01:00+01:00");

        var fields = new LinkedHashMap<>(Map.of(
                "from", "2023-12-30T00:00Z", "until", "", "was.from", "2024-01-01T01:00+01:00", "was.until", ""));
        assertThat(as("erin").post(here, fields)).hasStatus(422).bodyText().contains("from-error");
        fields.put("from", "2024-02-01T00:00Z");
        fields.put("until", "2024-01-31T00:00Z");
        assertThat(as("erin").post(here, fields)).hasStatus(422).bodyText().contains("until-error");
        fields.put("until", "2024-10-27T00:30Z");
        assertThat(as("erin").post(here, fields)).hasStatus(302);
        assertThat(as("erin").post(here, fields)).as("from an outdated page").hasStatus(422);

        var row = db().fetchSingle(IP_ALLOCATION, IP_ALLOCATION.ID.eq(id));
        assertThat(row.get(IP_ALLOCATION.HELD_UNTIL)).isEqualTo("2024-10-27T00:30:00Z");
        assertThat(row.get(IP_ALLOCATION.END_KNOWN_SINCE)).isAfter(Instant.now().minus(Duration.ofHours(1)));
        assertThat(as("erin").get(here)).bodyText().contains("02:30:00 +02:00");
    }

    @Test
    void aDeletedAllocationStaysInTheHistory() {
        long id = given().allocation(service, "192.0.2.7");
        assertThat(as("erin").post("/admin/addresses/" + id + "/deletion")).hasStatus(302);
        assertThat(held()).isEmpty();
        assertThat(db().fetchCount(
                                HISTORY,
                                HISTORY.TABLE_NAME
                                        .eq("ip_allocation")
                                        .and(HISTORY.ROW_ID.eq(id))
                                        .and(HISTORY.ACTOR.eq("erin"))))
                .isEqualTo(1);
        assertThat(as("erin").post("/admin/addresses/" + id + "/deletion")).hasStatus(404);
    }

    @Test
    void anAllocationEndedBeforeItStartsIsDeleted() {
        assertThat(allocate("192.0.2.7", "from", "2090-01-01 00:00")).isEqualTo(302);
        assertThat(as("erin").post("/admin/addresses/" + only().get(IP_ALLOCATION.ID) + "/termination"))
                .hasStatus(302);
        assertThat(held()).isEmpty();
    }
}
