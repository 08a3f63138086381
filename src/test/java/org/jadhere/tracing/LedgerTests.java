package org.jadhere.tracing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.Given.with;
import static org.jadhere.Refusals.NOTHING;
import static org.jadhere.Refusals.refusedBy;
import static org.jadhere.db.Tables.IP_ALLOCATION;
import static org.jadhere.db.Tables.PREFIX;
import static org.jadhere.db.Tables.SERVICE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jadhere.Given;
import org.jadhere.TestDatabase;
import org.jadhere.db.IpPrefix;
import org.jooq.CloseableDSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Years of random allocations, moves and ends; every question has the answer of a book kept by hand. */
class LedgerTests {

    private static final int ADDRESSES = 32;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @AutoClose
    private final CloseableDSLContext db = TestDatabase.fresh().open();

    private final Given given = new Given(db);
    private final Past past = new Past(db);
    private final Ledger ledger = new Ledger(db, Clock.systemUTC(), new PastHoldings(past, new Identities(db, past)));
    private final List<Long> services = new ArrayList<>();
    private final Map<Long, Held> book = new HashMap<>();

    /** Of either family the last bits only. */
    private record Range(boolean ipv4, int first, int bits) {

        boolean meets(Range other) {
            return ipv4 == other.ipv4 && first < other.first + (1 << other.bits) && other.first < first + (1 << bits);
        }

        boolean contains(Range other) {
            return ipv4 == other.ipv4 && first <= other.first && other.first + (1 << other.bits) <= first + (1 << bits);
        }

        IpPrefix prefix() {
            return IpPrefix.parse(
                    ipv4
                            ? "192.0.2.%d/%d".formatted(first, 32 - bits)
                            : "2001:db8::%x/%d".formatted(first, 128 - bits));
        }
    }

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
    void givesTheAnswerOfABookKeptByHand() {
        long type = given.serviceType("VPN");
        for (int n = 0; n < 6; n++) {
            long member = given.member("user" + n);
            services.add(given.service(
                    type, with(SERVICE.MEMBER_ID, member), with(SERVICE.STARTS_ON, LocalDate.of(2019, 1, 1))));
        }
        given.prefix("192.0.2.0/27");
        given.prefix("192.0.2.0/29", with(PREFIX.KIND, "own"));
        for (int step = 0; step < 400; step++) {
            act();
            for (int n = 0; n < 5; n++) {
                ask(range(), Instants.any(random));
            }
        }
        edges();
        assertThat(db.fetch("""
                select from ip_allocation a join ip_allocation b on a.id < b.id and a.address && b.address
                and tstzrange(a.held_from, a.held_until) && tstzrange(b.held_from, b.held_until)"""))
                .as("two holders at one instant, seed %d", seed)
                .isEmpty();
    }

    private void act() {
        if (book.isEmpty() || random.nextInt(3) > 0) {
            allocate(any());
            return;
        }
        long id = new ArrayList<>(book.keySet()).get(random.nextInt(book.size()));
        Held held = requireNonNull(book.get(id));
        Held wanted = random.nextBoolean()
                ? new Held(services.get(random.nextInt(6)), range(), held.from, held.until)
                : new Held(held.service, held.range, held.from, Instants.any(random));
        boolean possible = wanted.until == null || wanted.until.isAfter(held.from);
        boolean free = possible
                && book.entrySet().stream()
                        .noneMatch(entry ->
                                entry.getKey() != id && entry.getValue().clashes(wanted));
        String answer = refusedBy(() -> db.update(IP_ALLOCATION)
                .set(IP_ALLOCATION.SERVICE_ID, wanted.service)
                .set(IP_ALLOCATION.ADDRESS, wanted.range.prefix())
                .set(IP_ALLOCATION.HELD_UNTIL, wanted.until)
                .where(IP_ALLOCATION.ID.eq(id))
                .execute());
        assertThat(answer.equals(NOTHING)).as("%s, seed %d", wanted, seed).isEqualTo(free);
        if (free) {
            book.put(id, wanted);
        }
    }

    private void allocate(Held wanted) {
        boolean free = book.values().stream().noneMatch(wanted::clashes);
        long[] id = new long[1];
        String answer = refusedBy(() -> id[0] = given.allocation(
                wanted.service,
                wanted.range.prefix().toString(),
                with(IP_ALLOCATION.HELD_FROM, wanted.from),
                with(IP_ALLOCATION.HELD_UNTIL, wanted.until)));
        assertThat(answer).as("%s, seed %d", wanted, seed).isEqualTo(free ? NOTHING : "ip_allocation_one_holder");
        if (free) {
            book.put(id[0], wanted);
        }
    }

    /** Exactly when one begins and one ends, and the microsecond before. */
    private void edges() {
        for (Held held : List.copyOf(book.values())) {
            ask(held.range, held.from);
            ask(held.range, held.from.minusNanos(1000));
            if (held.until != null) {
                ask(held.range, held.until);
                ask(held.range, held.until.minusNanos(1000));
            }
        }
    }

    private void ask(Range asked, Instant at) {
        assertThat(told(ledger.answer(asked.prefix(), at)))
                .as("%s at %s, seed %d", asked.prefix(), at, seed)
                .isEqualTo(expected(asked, at));
    }

    private static String told(Answer answer) {
        return switch (answer) {
            case Answer.One one ->
                "one %s %d %s"
                        .formatted(
                                one.address(),
                                one.holding().serviceId(),
                                requireNonNull(one.holding().holder()).name());
            case Answer.Several several -> "several " + several.candidates();
            default -> answer.kind();
        };
    }

    private String expected(Range asked, Instant at) {
        var held = book.values().stream()
                .filter(one -> one.at(at) && one.range.meets(asked))
                .toList();
        if (held.size() == 1 && held.getFirst().range.contains(asked)) {
            long service = held.getFirst().service;
            return "one %s %d User%d Martin"
                    .formatted(held.getFirst().range.prefix(), service, services.indexOf(service));
        }
        return !held.isEmpty() ? "several " + held.size() : nobodys(asked);
    }

    private String nobodys(Range asked) {
        if (asked.ipv4) {
            return asked.first + (1 << asked.bits) <= 8 ? "own" : "unassigned";
        }
        boolean everHeld = book.values().stream().anyMatch(held -> held.range.meets(asked));
        return everHeld ? "unassigned" : "not_ours";
    }

    private Held any() {
        Instant from = Instants.any(random);
        Instant until = Instants.any(random);
        return new Held(
                services.get(random.nextInt(6)),
                range(),
                from,
                random.nextInt(4) == 0 || !until.isAfter(from) ? null : until);
    }

    private Range range() {
        int bits = random.nextInt(4);
        return new Range(random.nextBoolean(), random.nextInt(ADDRESSES >> bits) << bits, bits);
    }
}
