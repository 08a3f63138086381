package org.jadhere.money.statistics;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.support.Given.with;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jadhere.platform.db.Money;
import org.jadhere.support.Given;
import org.jadhere.support.Given.With;
import org.jadhere.support.TestDatabase;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database with one service type and one member, for the statistics of one day. */
abstract class StatisticsFixture {

    static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    Connection connection;
    Given given;
    Statistics statistics;
    long type;
    long member;

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

    long service(With<?>... but) {
        var all = new java.util.ArrayList<>(List.of(but));
        all.addFirst(with(HOLDING.MEMBER_ID, member));
        return given.service(type, all.toArray(With<?>[]::new));
    }

    Figures.Line line() {
        return statistics.asOf(DAY).types().getFirst().line();
    }

    static With<?> amount(String euros) {
        return with(PAYMENT.AMOUNT, Money.parse(euros));
    }

    static With<?> method(String word) {
        return with(PAYMENT.METHOD, word);
    }

    static With<?> months(int months) {
        return with(PAYMENT.MONTHS, (short) months);
    }
}
