package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** Administrators prepare services with addresses and without a member, one at a time or as a batch. */
@ActTest
@WithCast
class ServicePreparationTests {

    private static final String BATCH = "/admin/services/batch";

    private Map<String, String> one(String addresses) {
        return Map.of("type", "" + cast().toulouse, "label", "abo-1", "addresses", addresses, "notes", "");
    }

    private Map<String, String> twenty() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("type", "" + cast().toulouse);
        fields.put("count", "20");
        fields.put("range", "192.0.2.32/27");
        fields.put("label", "abo-{n} ({address})");
        return fields;
    }

    private static String addresses(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(last -> "192.0.2." + last)
                .collect(Collectors.joining(" "));
    }

    private List<String> allocated() {
        return db().select(IP_ALLOCATION.ADDRESS)
                .from(IP_ALLOCATION)
                .orderBy(IP_ALLOCATION.ADDRESS)
                .fetch(row -> row.value1().toString());
    }

    @Test
    void aServiceMayHaveSeveralAddresses() {
        assertThat(as("erin").post("/admin/services", one("192.0.2.7, 2001:DB8:7:0::/56\n192.0.2.8")))
                .hasStatus(302);
        assertThat(allocated()).containsExactly("192.0.2.7", "192.0.2.8", "2001:db8:7::/56");
        assertThat(db().fetchCount(HOLDING)).isZero();
    }

    @Test
    void aTakenAddressRefusesTheWholeForm() {
        given().allocation(given().service(cast().vpn), "192.0.2.8");
        assertThat(as("erin").post("/admin/services", one("192.0.2.7 192.0.2.0/28")))
                .hasStatus(422)
                .bodyText()
                .contains("addresses-error", "192.0.2.0/28", "abo-1");
        assertThat(allocated()).containsExactly("192.0.2.8");
        assertThat(db().fetchCount(SERVICE)).isEqualTo(1);
    }

    @Test
    void anInvalidAddressIsRefused() {
        assertThat(as("erin").post("/admin/services", one("192.0.2.300"))).hasStatus(422);
        assertThat(db().fetchCount(SERVICE)).isZero();
    }

    @Test
    void aFormSentTwicePreparesOneService() {
        var fields = new LinkedHashMap<>(one("192.0.2.7"));
        fields.put("once", UUID.randomUUID().toString());
        assertThat(as("erin").post("/admin/services", fields)).hasStatus(302);
        assertThat(as("erin").post("/admin/services", fields)).hasStatus(302);
        assertThat(db().fetchCount(SERVICE)).isEqualTo(1);
    }

    @Test
    void withoutAddressesTheNextOfThePoolIsUsed() {
        long pool = given().prefix("192.0.2.0/24", with(PREFIX.PART_LENGTH, (short) 32));
        assertThat(as("erin").get("/admin/services/new")).bodyText().contains("value=\"" + pool + "/32\" selected");
        var fields = new LinkedHashMap<>(one(""));
        fields.put("pool", pool + "/32");
        fields.put("once", UUID.randomUUID().toString());
        assertThat(as("carol").post("/admin/services", fields)).hasStatus(403);
        assertThat(as("erin").post("/admin/services", fields)).hasStatus(302);
        assertThat(as("erin").post("/admin/services", fields)).as("sent twice").hasStatus(302);
        assertThat(allocated()).hasSize(1);

        fields.put("addresses", "198.51.100.7");
        fields.put("once", UUID.randomUUID().toString());
        assertThat(as("erin").post("/admin/services", fields)).hasStatus(302);
        assertThat(allocated())
                .as("a typed address replaces the pool")
                .hasSize(2)
                .contains("198.51.100.7");

        fields.putAll(Map.of(
                "addresses", "", "pool", "999999/32", "once", UUID.randomUUID().toString()));
        assertThat(as("erin").post("/admin/services", fields))
                .hasStatus(422)
                .bodyText()
                .contains("pool-error");
        assertThat(db().fetchCount(SERVICE)).isEqualTo(2);
    }

    @Test
    void aBatchHasAPreview() {
        given().allocation(given().service(cast().vpn), "192.0.2.35");

        assertThat(as("erin").post(BATCH, twenty()))
                .hasStatus(200)
                .bodyText()
                .contains("20 services", "192.0.2.33", "192.0.2.34", "192.0.2.36", "192.0.2.53", "abo-20 (192.0.2.53)")
                .doesNotContain("<code>192.0.2.32</code>", "<code>192.0.2.35</code>", "<code>192.0.2.54</code>");
        assertThat(db().fetchCount(SERVICE)).isEqualTo(1);
    }

    @Test
    void theBatchIsCreatedOnceAsPreviewed() {
        var fields = twenty();
        fields.put("act", "prepare");
        fields.put("shown", addresses(33, 20));
        fields.put("once", UUID.randomUUID().toString());
        assertThat(as("erin").post(BATCH, fields)).hasStatus(302);
        assertThat(as("erin").post(BATCH, fields)).as("sent twice").hasStatus(302);

        assertThat(allocated()).hasSize(20).startsWith("192.0.2.33").endsWith("192.0.2.52");
        assertThat(db().fetchCount(SERVICE, SERVICE.LABEL.eq("abo-20 (192.0.2.52)")))
                .isEqualTo(1);
        assertThat(db().fetchCount(HOLDING)).isZero();
    }

    @Test
    void anAddressTakenSinceThePreviewIsReported() {
        var fields = twenty();
        fields.put("act", "prepare");
        fields.put("shown", addresses(33, 20));
        given().allocation(given().service(cast().vpn), "192.0.2.40");

        assertThat(as("erin").post(BATCH, fields)).hasStatus(422).bodyText().contains("192.0.2.53");
        assertThat(db().fetchCount(SERVICE)).isEqualTo(1);
    }

    @Test
    void concurrentBatchesDoNotShareAnAddress() throws Exception {
        Callable<Integer> make = () -> {
            var fields = twenty();
            fields.put("act", "prepare");
            fields.put("shown", addresses(33, 20));
            return as("erin").post(BATCH, fields).getResponse().getStatus();
        };
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.of(make, make)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(302, 422);
        }
        assertThat(allocated()).hasSize(20).doesNotHaveDuplicates();
        assertThat(db().fetchCount(SERVICE)).isEqualTo(20);
    }

    @Test
    void aRangeTooFullShowsHowManyAreLeft() {
        var fields = twenty();
        fields.put("count", "31");
        assertThat(as("erin").post(BATCH, fields)).hasStatus(422).bodyText().contains("30 services", "range-error");
        fields.put("edges", "yes");
        assertThat(as("erin").post(BATCH, fields)).hasStatus(200).bodyText().contains("<code>192.0.2.32</code>");
    }

    @Test
    void aBatchMayCutPrefixesOutOfALargerOne() {
        var fields = twenty();
        fields.put("range", "2001:db8:4000::/36");
        fields.put("size", "56");
        fields.put("count", "3");
        assertThat(as("erin").post(BATCH, fields))
                .hasStatus(200)
                .bodyText()
                .contains("2001:db8:4000::/56", "2001:db8:4000:100::/56", "2001:db8:4000:200::/56");
        fields.put("size", "35");
        assertThat(as("erin").post(BATCH, fields)).hasStatus(422).bodyText().contains("size-error");
        fields.put("range", "192.0.2.33/27");
        assertThat(as("erin").post(BATCH, fields)).hasStatus(422).bodyText().contains("range-error");
    }

    @Test
    void anAllocationIsAddedAndEndedOnce() {
        long service = given().service(cast().toulouse, with(SERVICE.LABEL, "abo-1"));
        String path = "/admin/services/" + service + "/addresses";
        assertThat(as("erin").post(path, Map.of("addresses", "192.0.2.7"))).hasStatus(302);
        assertThat(as("erin").post(path, Map.of("addresses", "192.0.2.7")))
                .as("twice")
                .hasStatus(302);
        assertThat(allocated()).hasSize(1);

        long allocation = db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.ID);
        assertThat(as("erin").post("/admin/addresses/" + allocation + "/termination"))
                .hasStatus(302);
        Instant end = db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.HELD_UNTIL);
        assertThat(end).isNotNull();
        as("erin").post("/admin/addresses/" + allocation + "/termination");
        assertThat(db().fetchSingle(IP_ALLOCATION).get(IP_ALLOCATION.HELD_UNTIL))
                .as("ended once")
                .isEqualTo(end);
    }

    @Test
    void onlyAdministratorsPrepareServices() {
        for (String username : List.of("alice", "frank", "carol", "dave", "bob")) {
            assertThat(as(username).post("/admin/services", one("192.0.2.7")))
                    .as(username)
                    .hasStatus(403);
            assertThat(as(username).post(BATCH, twenty())).as(username).hasStatus(403);
        }
        assertThat(db().fetchCount(SERVICE)).isZero();
    }
}
