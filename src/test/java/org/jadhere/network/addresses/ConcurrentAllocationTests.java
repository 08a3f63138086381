package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Duration;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Test;

/** Concurrent allocations leave each address with one service at a time. */
@ActTest
@WithCast
class ConcurrentAllocationTests extends AllocationFixture {

    private final long seed = Long.getLong("seed", new Random().nextLong());

    @Test
    void concurrentRequestsGetDifferentAddresses() throws Exception {
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
    void concurrentActsNeverOverlap() throws Exception {
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
        assertThat(free(kept))
                .as("seed %d", seed)
                .isEqualTo(free(db().fetch("select prefix_id, block, free_since from vacancy order by 1, 2")
                        .formatCSV()));
    }

    /** The free addresses among the sixteen, independent of the size of the free blocks. */
    private static List<String> free(String vacancies) {
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
        try (var executor = Executors.newFixedThreadPool(6)) {
            return executor.invokeAll(acts).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }
}
