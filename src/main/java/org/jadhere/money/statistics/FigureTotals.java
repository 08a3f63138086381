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
 * Adds services up to a line of figures. A month's part of any rhythm is a whole number of twelfths of a cent, so that
 * nothing is rounded before the end; the database's largest amounts would overflow a long only beyond 70 million services.
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

    /** Counts so many alike services. */
    void add(Alike alike) {
        services += alike.count();
        if (!alike.active()) {
            return;
        }
        active += alike.count();
        Promise promise = alike.promise();
        if (!alike.hasMember()) {
            withoutMember += alike.count();
        } else if (promise != null && promise.isFree()) {
            free += alike.count();
        } else if (promise == null || promise.method() == PaymentMethod.UNPAID) {
            notPaying += alike.count();
        } else {
            pay(promise, alike.count());
        }
    }

    private void pay(Promise promise, long count) {
        long amount = Math.multiplyExact(promise.cents(), TWELFTHS / promise.months());
        long sum = Math.multiplyExact(amount, count);
        paying += count;
        income = Math.addExact(income, sum);
        validated += promise.validated() ? sum : 0;
        byMethod.merge(promise.method(), sum, Long::sum);
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

    /** The amount of a paying service by its place among them all, the smallest first. */
    private long amountAt(long place) {
        long before = 0;
        for (var entry : payingByAmount.entrySet()) {
            before += entry.getValue();
            if (place < before) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no such place: " + place);
    }

    private static BigDecimal euros(long twelfthsOfCents, long dividedBy) {
        return BigDecimal.valueOf(twelfthsOfCents)
                .divide(BigDecimal.valueOf(dividedBy * TWELFTHS * 100), 2, RoundingMode.HALF_UP);
    }

    /** Services that count alike: how many, and the current payment that each has. */
    record Alike(
            boolean active, boolean hasMember, @Nullable Promise promise, long count) {

        Alike times(long howMany) {
            return new Alike(active, hasMember, promise, Math.multiplyExact(count, howMany));
        }
    }

    /** The terms of a payment that recurs. */
    record Promise(long cents, int months, PaymentMethod method, boolean validated) {

        boolean isFree() {
            return method == PaymentMethod.FREE || cents == 0;
        }
    }
}
