package org.jadhere.money.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.support.Given.with;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.platform.db.Money;
import org.jadhere.support.Given;
import org.jadhere.support.Given.With;
import org.jadhere.support.TestDatabase;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTests {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    private Connection connection;
    private Given given;
    private Statistics statistics;
    private long type;
    private long member;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.fresh().connect();
        var db = DSL.using(connection, SQLDialect.POSTGRES);
        given = new Given(db);
        statistics = new Statistics(db);
        type = given.serviceType("VPN");
        member = given.member("alice");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void countAServiceOfEachKindOnce() {
        given.service(type);
        given.service(type, with(SERVICE.STARTS_ON, null));
        given.service(type, with(SERVICE.STARTS_ON, DAY.plusDays(1)), with(SERVICE.MEMBER_ID, member));
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
    void ofServicesWithoutMemberHaveNoMoney() {
        given.payment(given.service(type));

        assertThat(line().monthlyIncome()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"2025-12-30, 0", "2025-12-31, 0", "2026-01-01, 1"})
    void endOnTheFirstDayNoMore(LocalDate end, long active) {
        given.service(type, with(SERVICE.ENDS_ON, end));

        assertThat(line().active()).isEqualTo(active);
    }

    @Test
    void knowTheLeapDay() {
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
    void takeThePriceThatStartedLast() {
        long service = service();
        given.payment(service, amount("30"), with(PAYMENT.STARTS_ON, LocalDate.of(2025, 6, 1)));
        given.payment(service, amount("25"));
        given.payment(service, amount("35"), with(PAYMENT.STARTS_ON, LocalDate.of(2026, 1, 1)));

        assertThat(line().monthlyIncome()).isEqualTo("30.00");
    }

    @Test
    void fallBackOnAnOlderPaymentWhereTheLatestHasEnded() {
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
    void takeTheLargestIdOfPaymentsThatStartTogether(String smaller, String largest) {
        long service = service();
        given.payment(service, amount("5"), with(PAYMENT.EXTERNAL_ID, largest));
        for (String id : smaller.split(" ")) {
            given.payment(service, amount("7"), with(PAYMENT.EXTERNAL_ID, id));
        }

        assertThat(line().monthlyIncome()).isEqualTo("5.00");
    }

    @Test
    void leaveOutWhatIsPaidOnce() {
        long service = service();
        given.payment(service, amount("12"), months(12));
        given.payment(service, amount("80"), months(0), with(PAYMENT.STARTS_ON, DAY));

        assertThat(line().monthlyIncome()).isEqualTo("1.00");
    }

    @Test
    void roundOnlyAtTheEnd() {
        for (int i = 0; i < 3; i++) {
            given.payment(service(), amount("10"), months(12));
        }

        assertThat(line())
                .extracting(Figures.Line::monthlyIncome, Figures.Line::mean, Figures.Line::median)
                .containsExactly(new BigDecimal("2.50"), new BigDecimal("0.83"), new BigDecimal("0.83"));
    }

    @Test
    void roundHalfACentUp() {
        given.payment(service(), amount("0.01"), months(2));

        assertThat(line())
                .extracting(Figures.Line::monthlyIncome, Figures.Line::mean, Figures.Line::median)
                .containsOnly(new BigDecimal("0.01"));
    }

    @Test
    void takeTheMiddleOfTheTwoMiddlePricesAsTheMedian() {
        for (String amount : List.of("100", "1", "2", "3.01")) {
            given.payment(service(), amount(amount));
        }

        assertThat(line().median()).isEqualTo("2.51");
        assertThat(line().mean()).isEqualTo("26.50");
    }

    @Test
    void sayNoMeanWhereNobodyPays() {
        assertThat(line().mean()).isNull();
        assertThat(line().median()).isNull();
        assertThat(line().byMethod()).isEmpty();
    }

    @Test
    void tellTheValidatedPart() {
        given.payment(service(), amount("30"), with(PAYMENT.VALIDATED, true));
        given.payment(service(), amount("12"));

        assertThat(line().monthlyIncome()).isEqualTo("42.00");
        assertThat(line().validatedIncome()).isEqualTo("30.00");
    }

    @Test
    void splitTheIncomeByTheMethodsOfThoseWhoPay() {
        given.payment(service(), amount("3"), method("cash"));
        given.payment(service(), amount("4"), method("transfer"), months(3));
        given.payment(service(), method("free"));
        given.payment(service(), amount("0"), method("cheque"));

        assertThat(line().byMethod())
                .containsExactly(
                        Map.entry(PaymentMethod.TRANSFER, new BigDecimal("1.33")),
                        Map.entry(PaymentMethod.CASH, new BigDecimal("3.00")));
    }

    @Test
    void listEveryTypeByName() {
        for (String name : List.of("a", "É", "Z", "\uD83D\uDE00", "\uFF5A")) {
            given.serviceType(name);
        }

        assertThat(statistics.asOf(DAY).types())
                .extracting(Figures.TypeLine::type)
                .containsExactly("VPN", "Z", "a", "É", "\uFF5A", "\uD83D\uDE00");
    }

    @Test
    void keepToTheTypesThatAreAskedFor() {
        given.payment(service(), amount("12"));
        long other = given.serviceType("VM");
        given.payment(given.service(other, with(SERVICE.MEMBER_ID, member)), amount("5"));

        var figures = statistics.asOf(DAY, Set.of(other));

        assertThat(figures.types()).extracting(Figures.TypeLine::type).containsExactly("VM");
        assertThat(figures.total().monthlyIncome()).isEqualTo("5.00");
        assertThat(statistics.asOf(DAY, Set.of()).types()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreeWithTheirDefinition(long seed) {
        var scene = new RandomServices(seed);
        scene.put(given);

        for (LocalDate date : scene.dates(20)) {
            assertThat(statistics.asOf(date))
                    .as("seed %d, %s", seed, date)
                    .usingRecursiveComparison()
                    .ignoringFields("types.typeId")
                    .isEqualTo(Definition.of(date, scene.types("VPN"), scene.services()));
        }
    }

    private long service(With<?>... but) {
        var all = new java.util.ArrayList<>(List.of(but));
        all.addFirst(with(SERVICE.MEMBER_ID, member));
        return given.service(type, all.toArray(With<?>[]::new));
    }

    private Figures.Line line() {
        return statistics.asOf(DAY).types().getFirst().line();
    }

    private long paying(String date) {
        return statistics.asOf(LocalDate.parse(date)).total().paying();
    }

    private static With<?> amount(String euros) {
        return with(PAYMENT.AMOUNT, Money.parse(euros));
    }

    private static With<?> method(String word) {
        return with(PAYMENT.METHOD, word);
    }

    private static With<?> months(int months) {
        return with(PAYMENT.MONTHS, (short) months);
    }
}
