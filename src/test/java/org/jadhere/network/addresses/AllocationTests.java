package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.cast;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses are given from the page of a service, moved, corrected and taken back; one address has one holder at a time. */
@ActTest
@WithCast
class AllocationTests {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final long seed = Long.getLong("seed", new Random().nextLong());

    private long service;
    private long other;

    @BeforeEach
    void everyoneIsThere() {
        service = given().service(cast().toulouse, with(SERVICE.LABEL, "maison"));
        other = given().service(cast().vpn, with(SERVICE.LABEL, "tunnel"));
    }

    private int give(String addresses, String... more) {
        return as("erin")
                .post("/admin/services/" + service + "/addresses", fields(addresses, more))
                .getResponse()
                .getStatus();
    }

    private static Map<String, String> fields(String addresses, String... more) {
        var fields = new LinkedHashMap<>(Map.of("addresses", addresses));
        for (int n = 0; n < more.length; n += 2) {
            fields.put(more[n], more[n + 1]);
        }
        return fields;
    }

    private Record only() {
        return db().fetchSingle(IP_ALLOCATION);
    }

    private List<String> held() {
        return db().select(IP_ALLOCATION.ADDRESS)
                .from(IP_ALLOCATION)
                .orderBy(IP_ALLOCATION.ADDRESS)
                .fetch(row -> row.value1().toString());
    }

    @Test
    void theNextOfAPoolIsOneGestureOnThePageOfTheService() {
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
    void aFullPoolSaysSoOnThePage() {
        long pool = given().prefix("192.0.2.7/32");
        give("192.0.2.7");
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
    void whatWasGivenOnSaturdayIsWrittenDownOnMonday() {
        assertThat(give("192.0.2.7 2001:DB8:7::/56", "from", "03/03/2021 14:05"))
                .isEqualTo(302);
        assertThat(db().fetch(IP_ALLOCATION)).hasSize(2).allSatisfy(row -> {
            assertThat(row.get(IP_ALLOCATION.HELD_FROM)).isEqualTo("2021-03-03T13:05:00Z");
            assertThat(row.get(IP_ALLOCATION.KNOWN_SINCE)).isAfter(Instant.now().minus(Duration.ofHours(1)));
        });
    }

    @Test
    void theHourThatHappenedTwiceIsAskedFor() {
        var twice = fields("192.0.2.7", "from", "2024-10-27T02:30");
        assertThat(as("erin").post("/admin/services/" + service + "/addresses", twice))
                .hasStatus(422)
                .bodyText()
                .contains("from-offset", "+01:00");
        assertThat(give("192.0.2.7", "from", "2024-10-27T02:30", "from-offset", "+01:00"))
                .isEqualTo(302);
        assertThat(only().get(IP_ALLOCATION.HELD_FROM)).isEqualTo("2024-10-27T01:30:00Z");
        assertThat(as("erin").get("/admin/services/" + service)).bodyText().contains("02:30:00 +01:00");
    }

    @Test
    void oneAddressThatIsTakenLeavesAllUngiven() {
        given().allocation(other, "192.0.2.8");
        assertThat(give("192.0.2.7 192.0.2.8")).isEqualTo(422);
        assertThat(held()).containsExactly("192.0.2.8");
    }

    @Test
    void whatIsAtRestOrKeptIsGivenOnlyIfSomebodyInsists() {
        given().prefix("192.0.2.0/24", with(PREFIX.REST_DAYS, (short) 30));
        given().prefix("192.0.2.16/28", with(PREFIX.KIND, "own"));
        given().allocation(
                        other,
                        "192.0.2.7",
                        with(IP_ALLOCATION.HELD_FROM, START),
                        with(IP_ALLOCATION.HELD_UNTIL, Instant.now().minus(Duration.ofDays(3))));
        for (String kept :
                List.of("192.0.2.7", "192.0.2.0/29", "192.0.2.0", "192.0.2.255", "192.0.2.17", "192.0.2.0/26")) {
            assertThat(give(kept)).as(kept).isEqualTo(422);
            assertThat(give(kept, "from", "2020-01-01 00:00", "anyway", ""))
                    .as(kept)
                    .isEqualTo(422);
        }
        assertThat(held()).hasSize(1);
        assertThat(give("192.0.2.7", "anyway", "yes")).isEqualTo(302);
        assertThat(give("192.0.2.17", "anyway", "yes")).isEqualTo(302);
        assertThat(held()).containsExactly("192.0.2.7", "192.0.2.7", "192.0.2.17");
    }

    @Test
    void whoeverHadItLastMayHaveItBackAtOnce() {
        given().prefix("192.0.2.0/24", with(PREFIX.REST_DAYS, (short) 30));
        given().allocation(
                        service,
                        "192.0.2.7",
                        with(IP_ALLOCATION.HELD_FROM, START),
                        with(IP_ALLOCATION.HELD_UNTIL, Instant.now().minus(Duration.ofDays(3))));
        assertThat(give("192.0.2.7")).isEqualTo(302);
    }

    @Test
    void anAddressMovesAtAnInstant() {
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
    void timesAreCorrectedUnlessSomebodyElseWasFirst() {
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
        assertThat(as("erin").post(here, fields)).as("from an old page").hasStatus(422);

        var row = db().fetchSingle(IP_ALLOCATION, IP_ALLOCATION.ID.eq(id));
        assertThat(row.get(IP_ALLOCATION.HELD_UNTIL)).isEqualTo("2024-10-27T00:30:00Z");
        assertThat(row.get(IP_ALLOCATION.END_KNOWN_SINCE)).isAfter(Instant.now().minus(Duration.ofHours(1)));
        assertThat(as("erin").get(here)).bodyText().contains("02:30:00 +02:00");
    }

    @Test
    void whatWasWrittenDownByMistakeIsTakenOutAndTheHistoryKeepsIt() {
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
    void whatIsToBeginLaterNeverBeginsOnceTakenBack() {
        assertThat(give("192.0.2.7", "from", "2090-01-01 00:00")).isEqualTo(302);
        assertThat(as("erin").post("/admin/addresses/" + only().get(IP_ALLOCATION.ID) + "/termination"))
                .hasStatus(302);
        assertThat(held()).isEmpty();
    }

    @Test
    void nobodyButAdministratorsGivesOrMoves() {
        long id = given().allocation(service, "192.0.2.7");
        long pool = given().prefix("198.51.100.0/24");
        for (String who : List.of("alice", "bob", "carol", "dave", "frank")) {
            assertThat(as(who).post("/admin/services/" + service + "/addresses/next", Map.of("pool", pool + "/32")))
                    .hasStatus(403);
            assertThat(as(who).post("/admin/services/" + service + "/addresses", fields("192.0.2.8")))
                    .hasStatus(403);
            assertThat(as(who).post("/admin/addresses/" + id, Map.of("from", "2024-01-01T00:00Z")))
                    .hasStatus(403);
            assertThat(as(who).post("/admin/addresses/" + id + "/reassignment", Map.of("service", "tunnel")))
                    .hasStatus(403);
            assertThat(as(who).post("/admin/addresses/" + id + "/deletion")).hasStatus(403);
        }
        assertThat(as("carol").get("/admin/addresses/" + id))
                .hasStatus(200)
                .bodyText()
                .doesNotContain("/reassignment");
        assertThat(held()).containsExactly("192.0.2.7");
    }

    @Test
    void allAtOnceEachGetsAnotherAndNoneIsLeftOver() throws Exception {
        long pool = given().prefix("203.0.113.0/28");
        List<Callable<Integer>> asked = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            long to = n % 2 == 0 ? service : other;
            asked.add(() -> as("erin")
                    .post(
                            "/admin/services/" + to + "/addresses/next",
                            Map.of(
                                    "pool",
                                    pool + "/32",
                                    "once",
                                    UUID.randomUUID().toString()))
                    .getResponse()
                    .getStatus());
        }
        assertThat(all(asked)).filteredOn(status -> status == 302).hasSize(14);
        assertThat(held()).hasSize(14).doesNotHaveDuplicates().doesNotContain("203.0.113.0", "203.0.113.15");
    }

    @Test
    void noParallelActsMakeTwoHoldersAtOneInstant() throws Exception {
        long pool = given().prefix("203.0.113.0/28");
        var random = new Random(seed);
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int n = 0; n < 150; n++) {
            acts.add(act(random, pool));
        }
        assertThat(all(acts))
                .as("seed %d", seed)
                .allMatch(status -> List.of(302, 404, 422).contains(status))
                .contains(302);
        assertThat(db().fetch("""
                select from ip_allocation a join ip_allocation b on a.id < b.id and a.address && b.address
                where a.held_from < coalesce(b.held_until, 'infinity') and b.held_from < coalesce(a.held_until, 'infinity')""")).as("seed %d", seed).isEmpty();
        var kept = db().fetch("select prefix_id, block, free_since from vacancy order by 1, 2")
                .formatCSV();
        db().execute("select vacancy_count(id) from prefix");
        assertThat(held(kept))
                .as("seed %d", seed)
                .isEqualTo(held(db().fetch("select prefix_id, block, free_since from vacancy order by 1, 2")
                        .formatCSV()));
    }

    /** Which of the sixteen addresses are free, whatever blocks say so. */
    private static List<String> held(String vacancies) {
        return vacancies
                .lines()
                .skip(1)
                .flatMap(line -> {
                    var words = line.split(",");
                    var block = IpPrefix.parse(words[1]);
                    return IntStream.range(0, 1 << (32 - block.length()))
                            .mapToObj(n -> block.part(32, n) + " " + (words.length > 2 ? words[2] : ""));
                })
                .toList();
    }

    private Callable<Integer> act(Random random, long pool) {
        String address = "203.0.113." + random.nextInt(16) + (random.nextInt(4) == 0 ? "/32" : "");
        String at = START.plus(Duration.ofDays(random.nextInt(600))).toString();
        long to = random.nextBoolean() ? service : other;
        String one = "/admin/addresses/" + (1 + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 ->
                post(
                        "/admin/services/" + to + "/addresses/next",
                        Map.of("pool", pool + "/32", "once", new UUID(random.nextLong(), 7).toString()));
            case 1 -> post(one + "/reassignment", Map.of("service", "#" + to, "at", at));
            case 2 ->
                post(
                        one,
                        Map.of(
                                "from",
                                at,
                                "until",
                                START.plus(Duration.ofDays(random.nextInt(900))).toString()));
            case 3 -> post(one + "/termination", Map.of());
            default -> post("/admin/services/" + to + "/addresses", fields(address, "from", at, "anyway", "yes"));
        };
    }

    private Callable<Integer> post(String path, Map<String, String> fields) {
        return () -> as("erin").post(path, fields).getResponse().getStatus();
    }

    private static List<Integer> all(List<Callable<Integer>> acts) throws Exception {
        try (var people = Executors.newFixedThreadPool(6)) {
            return people.invokeAll(acts).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }
}
