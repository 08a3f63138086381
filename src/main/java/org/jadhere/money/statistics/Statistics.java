package org.jadhere.money.statistics;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.PAYMENT;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.money.statistics.FigureTotals.CountedServices;
import org.jadhere.money.statistics.FigureTotals.Price;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.postgres.StandbyRead;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The financial statistics of the services as of a date, by service type and in total. */
@Component
public class Statistics {

    // The columns of the subqueries, without the names of their tables.
    static final Field<Long> ID = unqualified(SERVICE.ID);
    private static final Field<Long> TYPE_ID = unqualified(SERVICE.TYPE_ID);
    static final Field<Boolean> ACTIVE = field(name("active"), BOOLEAN);
    static final Field<Boolean> HAS_MEMBER = field(name("has_member"), BOOLEAN);
    private static final Field<String> EXTERNAL_ID = unqualified(PAYMENT.EXTERNAL_ID);
    private static final Field<Integer> PLACE = field(name("place"), INTEGER);
    private static final Field<LocalDate> STARTS_ON = unqualified(PAYMENT.STARTS_ON);
    static final Field<Money> AMOUNT = unqualified(PAYMENT.AMOUNT);
    private static final Field<Short> MONTHS = unqualified(PAYMENT.MONTHS);
    static final Field<String> METHOD = unqualified(PAYMENT.METHOD);
    private static final Field<Boolean> VALIDATED = unqualified(PAYMENT.VALIDATED);
    private static final Field<Integer> HOW_MANY = count(TYPE_ID);

    private final DSLContext db;

    Statistics(DSLContext db) {
        this.db = db;
    }

    /** The figures of all types. */
    @StandbyRead
    public Figures asOf(LocalDate date) {
        return figures(date, typeId -> noCondition());
    }

    /** The figures and the total of these types only. */
    @StandbyRead
    public Figures asOf(LocalDate date, Collection<Long> typeIds) {
        return figures(date, typeId -> typeId.in(typeIds));
    }

    private Figures figures(LocalDate date, Function<Field<Long>, Condition> filter) {
        var byType = new LinkedHashMap<Type, FigureTotals>();
        var total = new FigureTotals();
        for (Record row : db.fetch(groupedServices(date, filter))) {
            var ofType = byType.computeIfAbsent(toType(row), type -> new FigureTotals());
            for (var counted : toCountedServices(row)) {
                ofType.add(counted);
                total.add(counted);
            }
        }
        List<Figures.TypeLine> lines = new ArrayList<>();
        byType.forEach((type, totals) -> lines.add(new Figures.TypeLine(type.id(), type.name(), totals.line())));
        return new Figures(date, lines, total.line());
    }

    /** One row for all services of a type with equal properties: far fewer rows than services, since prices are few. */
    private static Select<?> groupedServices(LocalDate date, Function<Field<Long>, Condition> filter) {
        var columns =
                List.of(SERVICE_TYPE.ID, SERVICE_TYPE.NAME, ACTIVE, HAS_MEMBER, AMOUNT, MONTHS, METHOD, VALIDATED);
        return select(columns)
                .select(HOW_MANY)
                .from(SERVICE_TYPE)
                .leftJoin(withCurrentPayment(date, filter).asTable("each_service"))
                .on(TYPE_ID.eq(SERVICE_TYPE.ID))
                .where(filter.apply(SERVICE_TYPE.ID))
                .groupBy(columns)
                .orderBy(SERVICE_TYPE.NAME.collate("C"));
    }

    /** Each service once, with the payment of its present holding that started last and, among equal starts, has the largest id. */
    static Select<?> withCurrentPayment(LocalDate date, Function<Field<Long>, Condition> filter) {
        return select(ID, TYPE_ID, ACTIVE, HAS_MEMBER, AMOUNT, MONTHS, METHOD, VALIDATED)
                .distinctOn(ID)
                .from(withPayments(date, filter).asTable("each_payment"))
                .orderBy(ID, STARTS_ON.desc(), PLACE, EXTERNAL_ID.collate("C").desc());
    }

    /**
     * One row for each payment of the service's holding on the date that covers the date, and one row for a service
     * without such a payment. The join reads all payments at once: a lookup for each service is slower if many payments have ended, and for few
     * types PostgreSQL chooses that lookup by itself.
     */
    private static Select<?> withPayments(LocalDate date, Function<Field<Long>, Condition> filter) {
        var active = covers(SERVICE.STARTS_ON, SERVICE.ENDS_ON, date);
        return select(
                        SERVICE.ID,
                        SERVICE.TYPE_ID,
                        field(active).as(ACTIVE),
                        field(HOLDING.ID.isNotNull()).as(HAS_MEMBER))
                .select(PAYMENT.EXTERNAL_ID, PAYMENT.STARTS_ON, AMOUNT, MONTHS, METHOD, VALIDATED)
                .select(place().as(PLACE))
                .from(SERVICE)
                .leftJoin(HOLDING)
                .on(HOLDING.SERVICE_ID.eq(SERVICE.ID))
                .and(covers(HOLDING.STARTS_ON, HOLDING.ENDS_ON, date))
                .leftJoin(PAYMENT)
                .on(PAYMENT.HOLDING_ID.eq(HOLDING.ID))
                .and(PAYMENT.MONTHS.gt((short) 0))
                .and(covers(PAYMENT.STARTS_ON, PAYMENT.ENDS_ON, date))
                .where(filter.apply(SERVICE.TYPE_ID));
    }

    private static <T> Field<T> unqualified(Field<T> column) {
        return field(column.getUnqualifiedName(), column.getDataType());
    }

    /**
     * Two ids compare as numbers if both are numbers, else as text, which is not transitive. So the query ranks the
     * numbers and the other ids separately; of the two first ones, the larger text is the largest id.
     */
    private static Field<Integer> place() {
        Condition isNumber = PAYMENT.EXTERNAL_ID.likeRegex("^[0-9]+$");
        return rowNumber()
                .over(partitionBy(SERVICE.ID, PAYMENT.STARTS_ON, field(isNumber))
                        .orderBy(
                                when(isNumber, PAYMENT.EXTERNAL_ID.cast(NUMERIC))
                                        .desc(),
                                PAYMENT.EXTERNAL_ID.collate("C").desc()));
    }

    private static Condition covers(Field<LocalDate> start, Field<LocalDate> end, LocalDate date) {
        return start.le(date).and(end.isNull().or(end.gt(date)));
    }

    private static Type toType(Record row) {
        return new Type(row.get(SERVICE_TYPE.ID), row.get(SERVICE_TYPE.NAME));
    }

    /** The services, and their holdings where they have a member. */
    private static List<CountedServices> toCountedServices(Record row) {
        boolean active =
                Boolean.TRUE.equals(row.get(ACTIVE)); // null if the service has no start or the type has no service
        long count = row.get(HOW_MANY);
        var services = new CountedServices(active, false, null, count);
        return Boolean.TRUE.equals(row.get(HAS_MEMBER))
                ? List.of(services, new CountedServices(active, true, toPrice(row), count))
                : List.of(services);
    }

    private static @Nullable Price toPrice(Record row) {
        if (row.get(METHOD) == null) {
            return null;
        }
        long cents = row.get(AMOUNT).euros().movePointRight(2).longValueExact();
        return new Price(cents, row.get(MONTHS), PaymentMethod.of(row.get(METHOD)), row.get(VALIDATED));
    }

    private record Type(long id, String name) {}
}
