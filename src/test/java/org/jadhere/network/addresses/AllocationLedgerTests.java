package org.jadhere.network.addresses;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jadhere.platform.db.Tables;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Random allocations, updates and ends give the same result as a model that compares each address and each day. */
class AllocationLedgerTests {

    private static final int ADDRESSES = 32;
    private static final int DAYS = 2000;
    private static final LocalDate DAY_0 = LocalDate.of(2020, 1, 1);

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @AutoClose
    private final CloseableDSLContext db = TestDatabase.fresh().open();

    private final Given given = new Given(db);
    private final long service = given.service(given.serviceType("VPN"));
    private final Map<Long, Held> model = new HashMap<>();

    /** The last bits of an address in one of two prefixes; an open end is the last day. */
    private record Held(boolean ipv4, int address, int bits, int from, int until) {
        boolean meets(Held other) {
            for (int held = address; held < address + (1 << bits); held++) {
                boolean shared =
                        ipv4 == other.ipv4 && held >= other.address && held < other.address + (1 << other.bits);
                for (int day = from; shared && day < until; day++) {
                    if (day >= other.from && day < other.until) {
                        return true;
                    }
                }
            }
            return false;
        }

        String prefix() {
            return ipv4
                    ? "192.0.2.%d/%d".formatted(address, 32 - bits)
                    : "2001:db8::%x/%d".formatted(address, 128 - bits);
        }

        @Nullable
        LocalDate end() {
            return until == DAYS ? null : DAY_0.plusDays(until);
        }
    }

    @Test
    void randomActsMatchTheModel() {
        for (int step = 0; step < 1500; step++) {
            switch (model.isEmpty() ? 0 : random.nextInt(10)) {
                case 0, 1, 2, 3, 4, 5 -> allocate(any());
                case 6, 7 -> update(anyId(), any());
                case 8 -> end(anyId());
                default -> delete(anyId());
            }
        }

        assertThat(db.fetchCount(Tables.IP_ALLOCATION)).as("seed %d", seed).isEqualTo(model.size());
    }

    private void allocate(Held wanted) {
        boolean done = agrees(
                -1,
                wanted,
                "insert into ip_allocation (address, held_from, held_until, service_id) values (?::inet, ?, ?, ?)",
                service);
        if (done) {
            model.put((Long) requireNonNull(db.fetchValue("select max(id) from ip_allocation")), wanted);
        }
    }

    private void update(long id, Held wanted) {
        String sql = "update ip_allocation set address = ?::inet, held_from = ?, held_until = ? where id = ?";
        if (agrees(id, wanted, sql, id)) {
            model.put(id, wanted);
        }
    }

    private void end(long id) {
        Held held = requireNonNull(model.get(id));
        int until = held.from + 1 + random.nextInt(held.until - held.from);
        update(id, new Held(held.ipv4, held.address, held.bits, held.from, until));
    }

    private void delete(long id) {
        db.execute("delete from ip_allocation where id = ?", id);
        model.remove(id);
    }

    private boolean agrees(long id, Held wanted, String sql, long last) {
        boolean free = model.entrySet().stream()
                .noneMatch(entry -> entry.getKey() != id && entry.getValue().meets(wanted));
        String answer =
                refusedBy(() -> db.execute(sql, wanted.prefix(), DAY_0.plusDays(wanted.from), wanted.end(), last));
        assertThat(answer)
                .as("%s, held are %s, seed %d", wanted, model, seed)
                .isEqualTo(free ? NOTHING : "ip_allocation_one_holder");
        return free;
    }

    private Held any() {
        int bits = random.nextInt(4);
        int address = random.nextInt(ADDRESSES >> bits) << bits;
        int from = random.nextInt(DAYS);
        int until = random.nextInt(5) == 0 ? DAYS : Math.min(DAYS, from + 1 + random.nextInt(400));
        return new Held(random.nextBoolean(), address, bits, from, until);
    }

    private long anyId() {
        return new ArrayList<>(model.keySet()).get(random.nextInt(model.size()));
    }
}
