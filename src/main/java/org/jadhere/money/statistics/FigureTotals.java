package org.jadhere.money.statistics;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jadhere.money.common.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Adds up services to a line of figures. It calculates in twelfths of a cent, so that the monthly part of each rhythm
 * is exact and only the result is rounded. The largest amounts of the database overflow a long only with more than 70
 * million services.
 */
class FigureTotals {

    private static final long TWELFTHS = 12;

    private final Map<PaymentMethod, Long> byMethod = new EnumMap<>(PaymentMethod.class);
    private final TreeMap<Long, Long> payingByAmount = new TreeMap<>();
    private long services;
    private long active;
    private long withoutMember;
    private long free;
    private long notPaying;
    private long paying;
    private long income;
    private long validated;

    /** A service counts as without a member; its holding on that day, counted apart, takes that back. */
    void add(CountedServices counted) {
        if (counted.held()) {
            addHeld(counted);
            return;
        }
        services += counted.count();
        if (counted.active()) {
            active += counted.count();
            withoutMember += counted.count();
        }
    }

    private void addHeld(CountedServices counted) {
        if (!counted.active()) {
            return;
        }
        withoutMember -= counted.count();
        Price price = counted.price();
        if (price != null && price.isFree()) {
            free += counted.count();
        } else if (price == null || price.method() == PaymentMethod.UNPAID) {
            notPaying += counted.count();
        } else {
            addPaying(price, counted.count());
        }
    }

    private void addPaying(Price price, long count) {
        long amount = Math.multiplyExact(price.cents(), TWELFTHS / price.months());
        long sum = Math.multiplyExact(amount, count);
        paying += count;
        income = Math.addExact(income, sum);
        validated += price.validated() ? sum : 0;
        byMethod.merge(price.method(), sum, Long::sum);
        payingByAmount.merge(amount, count, Long::sum);
    }

    Figures.Line line() {
        return new Figures.Line(
                services,
                active,
                withoutMember,
                paying,
                free,
                notPaying,
                euros(income, 1),
                euros(validated, 1),
                paying == 0 ? null : euros(income, paying),
                paying == 0 ? null : euros(amountAt((paying - 1) / 2) + amountAt(paying / 2), 2),
                byMethod.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                sum -> euros(sum.getValue(), 1),
                                (one, other) -> one,
                                () -> new EnumMap<>(PaymentMethod.class))));
    }

    /** The amount at an index, the first is 0, if the paying services are sorted by amount. */
    private long amountAt(long index) {
        long before = 0;
        for (var entry : payingByAmount.entrySet()) {
            before += entry.getValue();
            if (index < before) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no such index: " + index);
    }

    private static BigDecimal euros(long twelfthsOfCents, long dividedBy) {
        return BigDecimal.valueOf(twelfthsOfCents)
                .divide(BigDecimal.valueOf(dividedBy * TWELFTHS * 100), 2, RoundingMode.HALF_UP);
    }

    /**
     * A number of services, or of their holdings, with equal properties.
     *
     * @param held whether holdings are counted
     * @param price of the current payment; only for holdings
     */
    record CountedServices(
            boolean active, boolean held, @Nullable Price price, long count) {

        CountedServices times(long factor) {
            return new CountedServices(active, held, price, Math.multiplyExact(count, factor));
        }
    }

    /** The terms of a recurring payment. */
    record Price(long cents, int months, PaymentMethod method, boolean validated) {

        boolean isFree() {
            return method == PaymentMethod.FREE || cents == 0;
        }
    }
}
