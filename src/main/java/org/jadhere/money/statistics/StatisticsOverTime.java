package org.jadhere.money.statistics;

import static java.util.Objects.requireNonNullElse;
import static org.jadhere.platform.db.Pg.bucket;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.platform.postgres.StandbyRead;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of many days, from one query on services and payments. The query replaces each date by its index among
 * the days, so that all services with the same price and the same days are one row.
 */
@Component
class StatisticsOverTime {

    static final int FETCH_SIZE = 1000;

    private static final String TERM_SEPARATOR = "\t";
    private static final String PAYMENT_SEPARATOR = "\n"; // ids contain neither of them

    private static final Field<Long> ID = field(name("id"), BIGINT);
    private static final Field<Long> TYPE_ID = field(name("type_id"), BIGINT);
    private static final Field<Boolean> HELD = field(name("held"), BOOLEAN);
    private static final Field<Integer> BEGIN = field(name("begin"), INTEGER);
    private static final Field<Integer> FINISH = field(name("finish"), INTEGER);
    private static final Field<Long> HOLDING_ID = field(name("holding_id"), BIGINT);
    private static final Field<Integer> PAID_FROM = field(name("paid_from"), INTEGER);
    private static final Field<Integer> PAID_UNTIL = field(name("paid_until"), INTEGER);
    private static final Field<LocalDate> STARTS_ON =
            field(PAYMENT.STARTS_ON.getUnqualifiedName(), PAYMENT.STARTS_ON.getDataType());
    private static final Field<String> EXTERNAL_ID =
            field(PAYMENT.EXTERNAL_ID.getUnqualifiedName(), PAYMENT.EXTERNAL_ID.getDataType());
    private static final Field<String> TERMS = field(name("terms"), VARCHAR);
    private static final Field<String> PAYMENTS = field(name("payments"), VARCHAR);
    private static final Field<Integer> COUNT = count(TYPE_ID);

    private final DSLContext db;

    StatisticsOverTime(DSLContext db) {
        this.db = db;
    }

    /** The figures of these types, one element for each day, sorted by day. */
    @StandbyRead
    @Transactional(readOnly = true) // the driver fetches in batches only within a transaction
    List<Figures> on(Set<LocalDate> days, Collection<Long> typeIds) {
        var sorted = List.copyOf(new TreeSet<>(days));
        var counts = new DailyCounts(sorted);
        try (var rows = db.fetchLazy(groupedServices(sorted, typeIds).fetchSize(FETCH_SIZE))) {
            rows.forEach(row -> counts.add(
                    new DailyCounts.Type(row.get(SERVICE_TYPE.ID), row.get(SERVICE_TYPE.NAME)),
                    toServiceGroup(row),
                    row.get(COUNT)));
        }
        return counts.figures();
    }

    /** One row for all services of a type with equal figures on each of the days. */
    private static Select<?> groupedServices(List<LocalDate> days, Collection<Long> typeIds) {
        var columns = List.of(SERVICE_TYPE.ID, SERVICE_TYPE.NAME, HELD, BEGIN, FINISH, PAYMENTS);
        return select(columns)
                .select(COUNT)
                .from(SERVICE_TYPE)
                .leftJoin(withAllPayments(days, typeIds).asTable("each_service"))
                .on(TYPE_ID.eq(SERVICE_TYPE.ID))
                .where(SERVICE_TYPE.ID.in(typeIds))
                .groupBy(columns)
                .orderBy(SERVICE_TYPE.NAME.collate("C"));
    }

    /** Each service and each holding once, with all payments of the holding that cover one of the days, sorted by start. */
    private static Select<?> withAllPayments(List<LocalDate> days, Collection<Long> typeIds) {
        return select(TYPE_ID, HELD, BEGIN, FINISH)
                .select(listAgg(TERMS, PAYMENT_SEPARATOR)
                        .withinGroupOrderBy(STARTS_ON, EXTERNAL_ID.collate("C"))
                        .as(PAYMENTS))
                .from(withEachPayment(days, typeIds).asTable("each_payment"))
                .groupBy(ID, TYPE_ID, HELD, BEGIN, FINISH);
    }

    private static Select<?> withEachPayment(List<LocalDate> days, Collection<Long> typeIds) {
        var from = greatest(PAID_FROM, BEGIN);
        var until = least(PAID_UNTIL, FINISH);
        return select(ID, TYPE_ID, HELD, BEGIN, FINISH, STARTS_ON, EXTERNAL_ID)
                .select(concat(from.cast(VARCHAR), inline(TERM_SEPARATOR), until.cast(VARCHAR), TERMS, rank())
                        .as(TERMS))
                .from(services(days, typeIds).asTable("placed_service"))
                .leftJoin(payments(days).asTable("placed_payment"))
                .on(HOLDING_ID.eq(ID))
                .and(HELD)
                .and(from.lt(until));
    }

    /** Start and id, only for payments of one service that start on the same day. Otherwise they would split groups. */
    private static Field<String> rank() {
        var sameStart = count().over().partitionBy(ID, STARTS_ON).gt(1);
        return when(
                        sameStart,
                        concat(inline(TERM_SEPARATOR), STARTS_ON.cast(VARCHAR), inline(TERM_SEPARATOR), EXTERNAL_ID))
                .else_(inline(""));
    }

    private static Select<?> services(List<LocalDate> days, Collection<Long> typeIds) {
        return select(SERVICE.ID, SERVICE.TYPE_ID)
                .select(inline(false).as(HELD))
                .select(index(days, SERVICE.STARTS_ON).as(BEGIN))
                .select(index(days, SERVICE.ENDS_ON).as(FINISH))
                .from(SERVICE)
                .where(SERVICE.TYPE_ID.in(typeIds))
                .unionAll(select(HOLDING.ID, SERVICE.TYPE_ID)
                        .select(inline(true).as(HELD))
                        .select(index(days, HOLDING.STARTS_ON).as(BEGIN))
                        .select(index(days, HOLDING.ENDS_ON).as(FINISH))
                        .from(HOLDING)
                        .join(SERVICE)
                        .on(SERVICE.ID.eq(HOLDING.SERVICE_ID))
                        .where(SERVICE.TYPE_ID.in(typeIds)));
    }

    private static Select<?> payments(List<LocalDate> days) {
        var cents = PAYMENT.AMOUNT.cast(NUMERIC).mul(inline(100)).cast(BIGINT);
        return select(PAYMENT.HOLDING_ID, PAYMENT.STARTS_ON, PAYMENT.EXTERNAL_ID)
                .select(index(days, PAYMENT.STARTS_ON).as(PAID_FROM))
                .select(index(days, PAYMENT.ENDS_ON).as(PAID_UNTIL))
                .select(terms(cents, PAYMENT.MONTHS, PAYMENT.METHOD, PAYMENT.VALIDATED)
                        .as(TERMS))
                .from(PAYMENT)
                .where(PAYMENT.MONTHS.gt((short) 0));
    }

    private static Field<String> terms(Field<?>... terms) {
        Field<String> all = inline("");
        for (Field<?> term : terms) {
            all = concat(all, inline(TERM_SEPARATOR), term.cast(VARCHAR));
        }
        return all;
    }

    /** The index of a date among the days; a missing start or end comes after all days. */
    private static Field<Integer> index(List<LocalDate> days, Field<LocalDate> date) {
        return coalesce(bucket(days, date), inline(days.size()));
    }

    /** The columns of the service are null in the row of a type without services. */
    private static ServiceGroup toServiceGroup(Record row) {
        String payments = row.get(PAYMENTS);
        return new ServiceGroup(
                Boolean.TRUE.equals(row.get(HELD)),
                requireNonNullElse(row.get(BEGIN), 0),
                requireNonNullElse(row.get(FINISH), 0),
                payments == null
                        ? List.of()
                        : Stream.of(payments.split(PAYMENT_SEPARATOR))
                                .map(StatisticsOverTime::toDatedPrice)
                                .toList());
    }

    private static ServiceGroup.DatedPrice toDatedPrice(String payment) {
        String[] terms = payment.split(TERM_SEPARATOR);
        var price = new FigureTotals.Price(
                Long.parseLong(terms[2]),
                Integer.parseInt(terms[3]),
                PaymentMethod.of(terms[4]),
                Boolean.parseBoolean(terms[5]));
        var rank = terms.length > 6 ? new ServiceGroup.Rank(terms[6], terms[7]) : null;
        return new ServiceGroup.DatedPrice(Integer.parseInt(terms[0]), Integer.parseInt(terms[1]), price, rank);
    }
}
