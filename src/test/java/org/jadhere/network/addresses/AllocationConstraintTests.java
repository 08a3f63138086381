package org.jadhere.network.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Refusals.NOTHING;
import static org.jadhere.support.Refusals.refusedBy;

import org.jadhere.support.Given;
import org.jadhere.support.Race;
import org.jadhere.support.TestDatabase;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database gives an address to one service at a time, also under concurrent inserts. */
class AllocationConstraintTests {

    private static final String ONE_HOLDER = "ip_allocation_one_holder";

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final CloseableDSLContext DB = DATABASE.open();
    private static final Given GIVEN = new Given(DB);

    private final long service = GIVEN.service(GIVEN.serviceType("VPN"));
    private final long other = GIVEN.service(GIVEN.serviceType("VM"));

    @AfterEach
    void empty() {
        DB.execute("delete from ip_allocation; delete from service; delete from service_type");
    }

    @AfterAll
    static void close() {
        DB.close();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.0/24, 192.0.2.7",
        "192.0.2.7, 192.0.2.0/24",
        "192.0.2.0/24, 192.0.2.0/25",
        "2001:db8::1, 2001:db8::1",
        "2001:db8::1, 2001:0DB8:0:0::1/128",
        "2001:db8:1::/48, 2001:db8:1:2::3",
        "2001:db8:1:2::3, 2001:db8:1::/48",
        "::/0, 2001:db8::1",
    })
    void overlappingPrefixesHaveOneHolder(String held, String wanted) {
        assertThat(allocate(service, held, "2025-01-01", null)).isEqualTo(NOTHING);

        assertThat(allocate(other, wanted, "2025-06-01", null)).isEqualTo(ONE_HOLDER);
        assertThat(allocate(service, wanted, "2025-06-01", null)).isEqualTo(ONE_HOLDER);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.8",
        "192.0.2.0/25, 192.0.2.128",
        "2001:db8:1::/48, 2001:db8:2::/48",
        "0.0.0.0/0, ::/0",
        "192.0.2.7, ::192.0.2.7",
    })
    void disjointPrefixesDoNotConflict(String held, String wanted) {
        assertThat(allocate(service, held, "2025-01-01", null)).isEqualTo(NOTHING);
        assertThat(allocate(other, wanted, "2025-01-01", null)).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-15, 2025-01-20, ip_allocation_one_holder",
        "2024-12-01, 2025-01-02, ip_allocation_one_holder",
        "2025-01-31, 2025-03-01, ip_allocation_one_holder",
        "2024-12-01, 2025-03-01, ip_allocation_one_holder",
        "2024-12-01, , ip_allocation_one_holder",
        "2025-01-31 23:59:59.999999+00, , ip_allocation_one_holder",
        "2025-02-01, , nothing",
        "2025-02-01, 2025-03-01, nothing",
        "2024-12-01, 2025-01-01, nothing",
    })
    void periodsMayTouchButNotOverlap(String from, @Nullable String until, String answer) {
        assertThat(allocate(service, "192.0.2.7", "2025-01-01", "2025-02-01")).isEqualTo(NOTHING);
        assertThat(allocate(other, "192.0.2.7", from, until)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-01-01, ip_allocation_times",
        "2025-01-02, 2025-01-01, ip_allocation_times",
        "-infinity, 2025-01-01, ip_allocation_from_finite",
        "2025-01-01, infinity, ip_allocation_until_finite",
        ", 2025-01-01, 23502",
    })
    void anEndIsAfterItsStart(@Nullable String from, String until, String refusal) {
        assertThat(allocate(service, "192.0.2.7", from, until)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7/24", "0.0.0.1/0", "2001:db8::1/64"})
    void hostBitsMustBeZero(String address) {
        assertThat(allocate(service, address, "2025-01-01", null)).isEqualTo("ip_allocation_whole");
        assertThat(refusedBy(() -> DB.execute("insert into prefix (prefix) values (?::inet)", address)))
                .isEqualTo("prefix_whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:192.0.2.7", "::ffff:0:0/96", "::ffff:c000:200/120"})
    void ipv4MappedAddressesAreRefused(String address) {
        assertThat(allocate(service, address, "2025-01-01", null)).isEqualTo("ip_allocation_not_mapped");
        assertThat(refusedBy(() -> DB.execute("insert into prefix (prefix) values (?::inet)", address)))
                .isEqualTo("prefix_not_mapped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address = '192.0.2.7'",
                "address = '192.0.2.0/28'",
                "address = '192.0.2.7', held_from = '2020-01-01', held_until = '2025-02-01'"
            })
    void anUpdateMayNotCauseAnOverlap(String move) {
        GIVEN.allocation(service, "192.0.2.7");
        long moved = GIVEN.allocation(other, "192.0.2.99");

        assertThat(refusedBy(() -> DB.execute("update ip_allocation set " + move + " where id = ?", moved)))
                .isEqualTo(ONE_HOLDER);
    }

    @Test
    void anAllocationIsNotReopenedOverTheNext() {
        assertThat(allocate(service, "192.0.2.7", "2025-01-01", "2025-02-01")).isEqualTo(NOTHING);
        assertThat(allocate(other, "192.0.2.0/29", "2025-02-01", null)).isEqualTo(NOTHING);

        assertThat(refusedBy(() -> DB.execute("update ip_allocation set held_until = null")))
                .isEqualTo(ONE_HOLDER);
    }

    @Test
    void oneOfTwoHundredConcurrentInsertsSucceeds() throws Exception {
        long first = GIVEN.service(GIVEN.serviceType("Fibre"));
        for (int i = 1; i < 200; i++) {
            GIVEN.service(GIVEN.serviceType("Fibre " + i));
        }

        var answers =
                Race.of(200, DATABASE, (runner, mine) -> insert(mine, first + runner, "192.0.2.7", "2025-01-01", null));

        assertThat(answers).filteredOn(NOTHING::equals).hasSize(1);
        assertThat(answers).filteredOn(ONE_HOLDER::equals).hasSize(199);
    }

    @Test
    void concurrentInsertsOfNestedPrefixesDoNotOverlap() throws Exception {
        var answers = Race.of(
                60,
                DATABASE,
                (runner, mine) -> insert(
                        mine,
                        runner % 2 == 0 ? service : other,
                        runner % 3 == 0 ? "2001:db8:1::/48" : "2001:db8:1::" + (runner % 3 == 1 ? "1" : "/64"),
                        "2025-01-01",
                        null));

        assertThat(answers).containsOnly(NOTHING, ONE_HOLDER).contains(ONE_HOLDER);
        assertThat(DB.fetch(
                        "select from ip_allocation a join ip_allocation b on a.id < b.id and a.address && b.address"))
                .isEmpty();
    }

    @Test
    void oppositeLockOrderReportsTheHolder() throws Exception {
        var firstInserts = new Race.Overlap(2);
        var answers = Race.of(2, DATABASE, (runner, mine) -> {
            insert(mine, service, "192.0.2." + runner, "2025-01-01", null);
            firstInserts.await(mine);
            insert(mine, other, "192.0.2." + (1 - runner), "2025-01-01", null);
        });

        assertThat(answers).containsExactlyInAnyOrder(NOTHING, ONE_HOLDER);
    }

    private String allocate(long to, String address, @Nullable String from, @Nullable String until) {
        return refusedBy(() -> insert(DB, to, address, from, until));
    }

    private static void insert(
            DSLContext db, long service, String address, @Nullable String from, @Nullable String until) {
        db.execute(
                "insert into ip_allocation (service_id, address, held_from, held_until) "
                        + "values (?, ?::inet, ?::timestamptz, ?::timestamptz)",
                service,
                address,
                from,
                until);
    }
}
