package org.jadhere.network.whohad;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Scene.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jadhere.network.addresses.AllocationBook;
import org.jadhere.network.addresses.AllocationBook.Choice;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.support.ActTest;
import org.jadhere.support.Instants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After random allocations, moves and ends the lookup answers each question as a model in memory does. */
@ActTest
class AllocationLookupTests {

    private static final int ADDRESSES = 32;

    private final long seed = Long.getLong("seed", new Random().nextLong());

    private final Random random = new Random(seed);

    @Autowired
    AllocationBook allocations;

    @Autowired
    AllocationLookup lookup;

    private final Actor erin = new Actor(1, "erin", "Erin", "fr", true, true, Set.of(), Set.of());

    private final List<Long> services = new ArrayList<>();

    private final Map<Long, Held> model = new HashMap<>();

    private record Held(
            long service,
            Range range,
            Instant from,
            @Nullable Instant until) {
        boolean at(Instant instant) {
            return !instant.isBefore(from) && (until == null || instant.isBefore(until));
        }

        boolean clashes(Held other) {
            return range.meets(other.range)
                    && (until == null || other.from.isBefore(until))
                    && (other.until == null || from.isBefore(other.until));
        }
    }

    @Test
    void answersMatchTheModel() {
        long type = given().serviceType("VPN");
        for (int n = 0; n < 6; n++) {
            long member = given().member("user" + n);
            services.add(given().service(
                            type, with(HOLDING.MEMBER_ID, member), with(SERVICE.STARTS_ON, LocalDate.of(2019, 1, 1))));
        }
        given().prefix("192.0.2.0/27");
        given().prefix("192.0.2.0/29", with(PREFIX.KIND, "own"));
        for (int step = 0; step < 400; step++) {
            act();
            for (int n = 0; n < 5; n++) {
                ask(range(), Instants.any(random));
            }
        }
        edges();
        assertThat(db().fetch("""
                select from ip_allocation a join ip_allocation b on a.id < b.id and a.address && b.address
                and tstzrange(a.held_from, a.held_until) && tstzrange(b.held_from, b.held_until)"""))
                .as("two holders at one instant, seed %d", seed)
                .isEmpty();
    }

    /** A random act: allocates (and mostly ends), moves, corrects or deletes. */
    private void act() {
        var ids = new ArrayList<>(model.keySet());
        if (ids.isEmpty() || random.nextInt(3) > 0) {
            give(new Held(anyService(), range(), Instants.any(random), null));
            return;
        }
        long id = ids.get(random.nextInt(ids.size()));
        switch (random.nextInt(5)) {
            case 0, 1 -> correct(id, Instants.any(random), random.nextInt(5) == 0 ? null : Instants.any(random));
            case 2, 3 -> move(id, anyService(), Instants.any(random));
            default -> {
                allocations.remove(erin, id);
                model.remove(id);
            }
        }
    }

    private long anyService() {
        return services.get(random.nextInt(services.size()));
    }

    private void give(Held wanted) {
        boolean isHeld = model.values().stream()
                .anyMatch(held ->
                        held.service == wanted.service && held.range.equals(wanted.range) && held.until == null);
        boolean free = !isHeld && isFree(wanted, -1);
        accepted(
                isHeld || free,
                wanted,
                () -> allocations.allocate(
                        erin, wanted.service, new Choice(List.of(wanted.range.prefix()), wanted.from, true)));
        if (free) {
            long id = id(wanted);
            model.put(id, wanted);
            Instant until = Instants.any(random);
            if (until.isAfter(wanted.from)) {
                correct(id, wanted.from, until);
            }
        }
    }

    private void correct(long id, Instant from, @Nullable Instant until) {
        Held held = requireNonNull(model.get(id));
        Held wanted = new Held(held.service, held.range, from, until);
        boolean free = (until == null || until.isAfter(from)) && isFree(wanted, id);
        accepted(free, wanted, () -> allocations.correct(erin, id, from, until, FormSnapshot.EMPTY));
        if (free) {
            model.put(id, wanted);
        }
    }

    private void move(long id, long service, Instant at) {
        Held held = requireNonNull(model.get(id));
        boolean possible = held.at(at) && at.isAfter(held.from) && service != held.service;
        accepted(possible, held, () -> allocations.move(erin, id, service, at));
        if (possible) {
            Held next = new Held(service, held.range, at, held.until);
            model.put(id, new Held(held.service, held.range, held.from, at));
            model.put(id(next), next);
        }
    }

    private boolean isFree(Held wanted, long but) {
        return model.entrySet().stream()
                .noneMatch(entry -> entry.getKey() != but && entry.getValue().clashes(wanted));
    }

    private void accepted(boolean expected, Held wanted, Runnable act) {
        boolean accepted = true;
        try {
            act.run();
        } catch (RuleViolationException refused) {
            accepted = false;
        }
        assertThat(accepted).as("%s, seed %d", wanted, seed).isEqualTo(expected);
    }

    private long id(Held held) {
        return requireNonNull(db().select(IP_ALLOCATION.ID)
                .from(IP_ALLOCATION)
                .where(IP_ALLOCATION.SERVICE_ID.eq(held.service))
                .and(IP_ALLOCATION.ADDRESS.eq(held.range.prefix()))
                .and(IP_ALLOCATION.HELD_FROM.eq(held.from))
                .fetchSingle(IP_ALLOCATION.ID));
    }

    /** Asks for the start and end of each allocation and the microsecond before. */
    private void edges() {
        for (Held held : List.copyOf(model.values())) {
            ask(held.range, held.from);
            ask(held.range, held.from.minusNanos(1000));
            if (held.until != null) {
                ask(held.range, held.until);
                ask(held.range, held.until.minusNanos(1000));
            }
        }
    }

    private void ask(Range asked, Instant at) {
        assertThat(text(lookup.answer(asked.prefix(), at)))
                .as("%s at %s, seed %d", asked.prefix(), at, seed)
                .isEqualTo(expected(asked, at));
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case Answer.One one ->
                "one %s %d %s"
                        .formatted(
                                one.allocation().address(),
                                one.service().id(),
                                one.holding().holder().name());
            case Answer.Several several -> "several " + several.candidates();
            default -> answer.kind();
        };
    }

    private String expected(Range asked, Instant at) {
        var held = model.values().stream()
                .filter(one -> one.at(at) && one.range.meets(asked))
                .toList();
        if (held.size() == 1 && held.getFirst().range.contains(asked)) {
            long service = held.getFirst().service;
            return "one %s %d User%d Martin"
                    .formatted(held.getFirst().range.prefix(), service, services.indexOf(service));
        }
        return !held.isEmpty() ? "several " + held.size() : withoutHolder(asked);
    }

    private String withoutHolder(Range asked) {
        if (asked.ipv4()) {
            return asked.first() + (1 << asked.bits()) <= 8 ? "own" : "unassigned";
        }
        boolean everHeld = model.values().stream().anyMatch(held -> held.range.meets(asked));
        return everHeld ? "unassigned" : "not_ours";
    }

    private Range range() {
        int bits = random.nextInt(4);
        return new Range(random.nextBoolean(), random.nextInt(ADDRESSES >> bits) << bits, bits);
    }
}
