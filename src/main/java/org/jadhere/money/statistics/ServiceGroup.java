package org.jadhere.money.statistics;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jadhere.money.statistics.FigureTotals.Price;
import org.jspecify.annotations.Nullable;

/**
 * Services, or holdings, with equal figures on each of several days. A day is given by its index, the first is 0; ranges are
 * half-open.
 *
 * @param held whether it is a group of holdings
 * @param payments the recurring payments, sorted by start
 */
record ServiceGroup(boolean held, int from, int until, List<DatedPrice> payments) {

    /** The price of a payment, the days on which it pays for an active service, and its rank among equal starts. */
    record DatedPrice(
            int from, int until, Price price, @Nullable Rank rank) {

        boolean covers(int day) {
            return from <= day && day < until;
        }

        boolean startsWith(DatedPrice other) {
            return rank != null && other.rank != null && rank.start.equals(other.rank.start);
        }
    }

    /** Set only for payments of one service that start on the same day: the largest id counts. */
    record Rank(String start, String id) {

        private static final Comparator<String> AS_TEXT = (one, other) -> java.util.Arrays.compare(
                one.codePoints().toArray(), other.codePoints().toArray());
        private static final Comparator<String> AS_NUMBER =
                Comparator.<String, BigInteger>comparing(BigInteger::new).thenComparing(AS_TEXT);

        private boolean isNumber() {
            return id.matches("[0-9]+");
        }
    }

    boolean isActiveOn(int day) {
        return from <= day && day < until;
    }

    /** The price of the payment that covers the day and started last. */
    @Nullable
    Price priceOn(int day) {
        for (int i = payments.size() - 1; i >= 0; i--) {
            DatedPrice latest = payments.get(i);
            if (latest.covers(day)) {
                return latest.rank == null ? latest.price : largest(latest, day).price;
            }
        }
        return null;
    }

    /** The same order as in {@link Statistics}: of the largest number and the largest other id, the larger text. */
    private DatedPrice largest(DatedPrice latest, int day) {
        var together = payments.stream()
                .filter(price -> price.covers(day) && price.startsWith(latest))
                .toList();
        var number = largest(together.stream(), Rank::isNumber, Rank.AS_NUMBER);
        var other = largest(together.stream(), Predicate.not(Rank::isNumber), Rank.AS_TEXT);
        return Stream.concat(number.stream(), other.stream())
                .max(byId(Rank.AS_TEXT))
                .orElse(latest);
    }

    private static Optional<DatedPrice> largest(
            Stream<DatedPrice> prices, Predicate<Rank> filter, Comparator<String> order) {
        return prices.filter(price -> price.rank != null && filter.test(price.rank))
                .max(byId(order));
    }

    private static Comparator<DatedPrice> byId(Comparator<String> order) {
        return Comparator.comparing(price -> price.rank == null ? "" : price.rank.id, order);
    }
}
