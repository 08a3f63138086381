package org.jadhere.money.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which services and payments the statistics of a day count. */
class StatisticsTests extends StatisticsFixture {

    @Test
    void aServiceCountsInOneKind() {
        given.service(type);
        given.service(type, with(SERVICE.STARTS_ON, null));
        given.service(type, with(SERVICE.STARTS_ON, DAY.plusDays(1)), with(HOLDING.MEMBER_ID, member));
        given.payment(service());
        given.payment(service(), method("free"));
        given.payment(service(), amount("0"));
        given.payment(service(), method("unpaid"));
        service();

        assertThat(line())
                .extracting(
                        Figures.Line::services,
                        Figures.Line::active,
                        Figures.Line::withoutMember,
                        Figures.Line::paying,
                        Figures.Line::free,
                        Figures.Line::notPaying)
                .containsExactly(8L, 6L, 1L, 1L, 2L, 2L);
    }

    @Test
    void aServiceWithoutMemberHasNoIncome() {
        given.payment(given.service(type));

        assertThat(line().monthlyIncome()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"2025-12-30, 0", "2025-12-31, 0", "2026-01-01, 1"})
    void anEndDayIsExclusive(LocalDate end, long active) {
        given.service(type, with(SERVICE.ENDS_ON, end));

        assertThat(line().active()).isEqualTo(active);
    }

    @Test
    void theLeapDayCounts() {
        long service = service(with(SERVICE.STARTS_ON, LocalDate.of(2024, 2, 29)));
        given.payment(
                service,
                with(PAYMENT.STARTS_ON, LocalDate.of(2024, 2, 29)),
                with(PAYMENT.ENDS_ON, LocalDate.of(2024, 3, 1)));

        assertThat(paying("2024-02-28")).isZero();
        assertThat(paying("2024-02-29")).isOne();
        assertThat(paying("2024-03-01")).isZero();
    }

    @Test
    void theLatestPriceCounts() {
        long service = service();
        given.payment(service, amount("30"), with(PAYMENT.STARTS_ON, LocalDate.of(2025, 6, 1)));
        given.payment(service, amount("25"));
        given.payment(service, amount("35"), with(PAYMENT.STARTS_ON, LocalDate.of(2026, 1, 1)));

        assertThat(line().monthlyIncome()).isEqualTo("30.00");
    }

    @Test
    void anOlderPaymentCountsAfterTheEndOfTheLatest() {
        long service = service();
        given.payment(service, amount("25"));
        given.payment(
                service, amount("30"), with(PAYMENT.STARTS_ON, LocalDate.of(2025, 6, 1)), with(PAYMENT.ENDS_ON, DAY));

        assertThat(line().monthlyIncome()).isEqualTo("25.00");
    }

    @ParameterizedTest
    @CsvSource({
        "9, 10",
        "2, 123456789012345678901234567890",
        "01, 1",
        "10, 9a",
        "99, a",
        "-, 7",
        "a, b",
        "Z, a",
        "e, é",
        "9 -, 10",
        "9 10, a",
        "\uFF5A, \uD83D\uDE00"
    })
    void ofPaymentsOfOneDayTheLargestIdCounts(String smaller, String largest) {
        long service = service();
        given.payment(service, amount("5"), with(PAYMENT.EXTERNAL_ID, largest));
        for (String id : smaller.split(" ")) {
            given.payment(service, amount("7"), with(PAYMENT.EXTERNAL_ID, id));
        }

        assertThat(line().monthlyIncome()).isEqualTo("5.00");
    }

    @Test
    void aPaymentMadeOnceDoesNotCount() {
        long service = service();
        given.payment(service, amount("12"), months(12));
        given.payment(service, amount("80"), months(0), with(PAYMENT.STARTS_ON, DAY));

        assertThat(line().monthlyIncome()).isEqualTo("1.00");
    }

    @Test
    void allTypesAreListedByName() {
        for (String name : List.of("a", "É", "Z", "\uD83D\uDE00", "\uFF5A")) {
            given.serviceType(name);
        }

        assertThat(statistics.asOf(DAY).types())
                .extracting(Figures.TypeLine::type)
                .containsExactly("VPN", "Z", "a", "É", "\uFF5A", "\uD83D\uDE00");
    }

    @Test
    void onlySelectedTypesCount() {
        given.payment(service(), amount("12"));
        long other = given.serviceType("VM");
        given.payment(given.service(other, with(HOLDING.MEMBER_ID, member)), amount("5"));

        var figures = statistics.asOf(DAY, Set.of(other));

        assertThat(figures.types()).extracting(Figures.TypeLine::type).containsExactly("VM");
        assertThat(figures.total().monthlyIncome()).isEqualTo("5.00");
        assertThat(statistics.asOf(DAY, Set.of()).types()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomServicesMatchTheDefinition(long seed) {
        var scene = new RandomServices(seed);
        scene.put(given);

        for (LocalDate date : scene.dates(20)) {
            assertThat(statistics.asOf(date))
                    .as("seed %d, %s", seed, date)
                    .usingRecursiveComparison()
                    .ignoringFields("types.typeId")
                    .isEqualTo(StatisticsDefinition.of(date, scene.types("VPN"), scene.services()));
        }
    }

    private long paying(String date) {
        return statistics.asOf(LocalDate.parse(date)).total().paying();
    }
}
