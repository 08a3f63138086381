package org.jadhere.money.statistics;

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
import org.jadhere.money.statistics.FigureTotals.Alike;
import org.jadhere.money.statistics.FigureTotals.Promise;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.postgres.StandbyRead;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The financial statistics of the services, as of a date: who pays how much, by type and in all. */
@Component
public class Statistics {

    // The columns as the query around their table sees them.
    private static final Field<Long> ID = unqualified(SERVICE.ID);
    private static final Field<Long> TYPE_ID = unqualified(SERVICE.TYPE_ID);
    private static final Field<Boolean> ACTIVE = field(name("active"), BOOLEAN);
    private static final Field<Boolean> HAS_MEMBER = field(name("has_member"), BOOLEAN);
    private static final Field<String> EXTERNAL_ID = unqualified(PAYMENT.EXTERNAL_ID);
    private static final Field<Integer> PLACE = field(name("place"), INTEGER);
    private static final Field<LocalDate> STARTS_ON = unqualified(PAYMENT.STARTS_ON);
    private static final Field<Money> AMOUNT = unqualified(PAYMENT.AMOUNT);
    private static final Field<Short> MONTHS = unqualified(PAYMENT.MONTHS);
    private static final Field<String> METHOD = unqualified(PAYMENT.METHOD);
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

    /** The figures of these types alone; the total is theirs too. */
    @StandbyRead
    public Figures asOf(LocalDate date, Collection<Long> typeIds) {
        return figures(date, typeId -> typeId.in(typeIds));
    }

    private Figures figures(LocalDate date, Function<Field<Long>, Condition> wanted) {
        var tallies = new LinkedHashMap<Type, FigureTotals>();
        var total = new FigureTotals();
        for (Record row : db.fetch(alikeServices(date, wanted))) {
            var alike = toAlike(row);
            tallies.computeIfAbsent(toType(row), type -> new FigureTotals()).add(alike);
            total.add(alike);
        }
        List<Figures.OfType> lines = new ArrayList<>();
        tallies.forEach((type, tally) -> lines.add(new Figures.OfType(type.id(), type.name(), tally.line())));
        return new Figures(date, lines, total.line());
    }

    /** One row for all services of a type that count alike: far fewer than services, since prices are few. */
    private static Select<?> alikeServices(LocalDate date, Function<Field<Long>, Condition> wanted) {
        var alike = List.of(SERVICE_TYPE.ID, SERVICE_TYPE.NAME, ACTIVE, HAS_MEMBER, AMOUNT, MONTHS, METHOD, VALIDATED);
        return select(alike)
                .select(HOW_MANY)
                .from(SERVICE_TYPE)
                .leftJoin(withCurrentPayment(date, wanted).asTable("each_service"))
                .on(TYPE_ID.eq(SERVICE_TYPE.ID))
                .where(wanted.apply(SERVICE_TYPE.ID))
                .groupBy(alike)
                .orderBy(SERVICE_TYPE.NAME.collate("C"));
    }

    /** Each service once, with the payment that is the latest to start and, of those, has the largest id. */
    private static Select<?> withCurrentPayment(LocalDate date, Function<Field<Long>, Condition> wanted) {
        return select(TYPE_ID, ACTIVE, HAS_MEMBER, AMOUNT, MONTHS, METHOD, VALIDATED)
                .distinctOn(ID)
                .from(withPayments(date, wanted).asTable("each_payment"))
                .orderBy(ID, STARTS_ON.desc(), PLACE, EXTERNAL_ID.collate("C").desc());
    }

    /**
     * Each service as often as it has payments that cover the date, and once where it has none or needs none.
     * Payments are read in one go: looking them up service by service is slower where many have stopped paying,
     * and for a few types the database chooses to do so by itself.
     */
    private static Select<?> withPayments(LocalDate date, Function<Field<Long>, Condition> wanted) {
        var active = covers(SERVICE.STARTS_ON, SERVICE.ENDS_ON, date);
        var hasMember = SERVICE.MEMBER_ID.isNotNull();
        return select(
                        SERVICE.ID,
                        SERVICE.TYPE_ID,
                        field(active).as(ACTIVE),
                        field(hasMember).as(HAS_MEMBER))
                .select(PAYMENT.EXTERNAL_ID, PAYMENT.STARTS_ON, AMOUNT, MONTHS, METHOD, VALIDATED)
                .select(place().as(PLACE))
                .from(SERVICE)
                .leftJoin(PAYMENT)
                .on(PAYMENT.SERVICE_ID.eq(SERVICE.ID))
                .and(PAYMENT.MONTHS.gt((short) 0))
                .and(covers(PAYMENT.STARTS_ON, PAYMENT.ENDS_ON, date))
                .and(active)
                .and(hasMember)
                .where(wanted.apply(SERVICE.TYPE_ID));
    }

    private static <T> Field<T> unqualified(Field<T> column) {
        return field(column.getUnqualifiedName(), column.getDataType());
    }

    /**
     * Ids compare as numbers where both are, else as text, which is no order of three. So the first of the numbers and
     * the first of the other ids are found; of these two, the larger text is the largest id.
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

    private static Alike toAlike(Record row) {
        boolean active = Boolean.TRUE.equals(row.get(ACTIVE)); // null without a start, or without any service
        boolean hasMember = Boolean.TRUE.equals(row.get(HAS_MEMBER));
        return new Alike(active, hasMember, toPromise(row), row.get(HOW_MANY));
    }

    private static @Nullable Promise toPromise(Record row) {
        if (row.get(METHOD) == null) {
            return null;
        }
        long cents = row.get(AMOUNT).euros().movePointRight(2).longValueExact();
        return new Promise(cents, row.get(MONTHS), PaymentMethod.of(row.get(METHOD)), row.get(VALIDATED));
    }

    private record Type(long id, String name) {}
}
