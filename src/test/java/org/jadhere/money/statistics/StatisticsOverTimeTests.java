package org.jadhere.money.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jadhere.platform.db.Money;
import org.jadhere.support.Given;
import org.jadhere.support.TestDatabase;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics of many days in one query are those of each day. */
class StatisticsOverTimeTests {

    private Connection connection;
    private Given given;
    private Statistics each;
    private StatisticsOverTime together;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.fresh().connect();
        var db = DSL.using(connection, SQLDialect.POSTGRES);
        given = new Given(db);
        each = new Statistics(db);
        together = new StatisticsOverTime(db);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void equalTheStatisticsOfEachDay(long seed) {
        var scene = new RandomServices(seed);
        scene.put(given);
        var types = typeIds();
        var days = new HashSet<>(scene.dates((int) (2 * seed)));

        assertThat(together.on(days, types))
                .as("seed %d, %s", seed, new TreeSet<>(days))
                .isEqualTo(new TreeSet<>(days)
                        .stream().map(day -> each.asOf(day, types)).toList());
    }

    @Test
    void coverTheSelectedTypesOnly() {
        var scene = new RandomServices(9);
        scene.put(given);
        var day = scene.dates(1).getFirst();
        for (long type : typeIds()) {
            assertThat(together.on(Set.of(day), Set.of(type))).containsExactly(each.asOf(day, Set.of(type)));
        }
        assertThat(together.on(Set.of(day), Set.of())).containsExactly(each.asOf(day, Set.of()));
    }

    /** "9a" counts before 10, 10 before 9, and as long as all three are there, 10 loses to "9a". */
    @Test
    void useTheLargestIdAmongPaymentsOfTheDay() {
        long service = given.service(given.serviceType("VPN"), with(HOLDING.MEMBER_ID, given.member("alice")));
        List.of("9", "10", "9a", "1").forEach(id -> {
            int day = id.equals("9a") ? 2 : id.equals("10") ? 3 : 5;
            given.payment(
                    service,
                    with(PAYMENT.EXTERNAL_ID, id),
                    with(PAYMENT.AMOUNT, Money.parse(String.valueOf(id.charAt(0)) + id.length())),
                    with(PAYMENT.ENDS_ON, Given.START.plusDays(day)));
        });
        var days = Given.START
                .minusDays(1)
                .datesUntil(Given.START.plusDays(7))
                .collect(java.util.stream.Collectors.toSet());

        assertThat(together.on(days, typeIds()).stream()
                        .map(figures -> figures.total().monthlyIncome().intValue()))
                .containsExactly(0, 92, 92, 12, 91, 91, 0, 0);
    }

    private Collection<Long> typeIds() {
        return each.asOf(LocalDate.EPOCH).types().stream()
                .map(Figures.TypeLine::typeId)
                .toList();
    }
}
