package org.jadhere.money.statistics;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jadhere.money.statistics.FigureTotals.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Services that count alike on each of some days. Days are told by their place, the first is 0; ranges are half-open.
 *
 * @param payments that may count, in the order of their starts
 */
record ServiceGroup(boolean hasMember, int from, int until, List<Paid> payments) {

    /** A payment that recurs, and the days on which it is paid for an active service. */
    record Paid(
            int from, int until, Promise promise, @Nullable Rank rank) {

        boolean covers(int day) {
            return from <= day && day < until;
        }

        boolean startsWith(Paid other) {
            return rank != null && other.rank != null && rank.start.equals(other.rank.start);
        }
    }

    /** Said only of payments that start on the same day as another of their service: the largest id counts. */
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

    /** Of the payments that cover the day, the one that started last. */
    @Nullable
    Promise paidOn(int day) {
        for (int i = payments.size() - 1; i >= 0; i--) {
            Paid latest = payments.get(i);
            if (latest.covers(day)) {
                return latest.rank == null ? latest.promise : largest(latest, day).promise;
            }
        }
        return null;
    }

    /** As {@link Statistics} has it: of the largest number and the largest of the other ids, the larger as text. */
    private Paid largest(Paid latest, int day) {
        var together = payments.stream()
                .filter(paid -> paid.covers(day) && paid.startsWith(latest))
                .toList();
        var number = largest(together.stream(), Rank::isNumber, Rank.AS_NUMBER);
        var other = largest(together.stream(), Predicate.not(Rank::isNumber), Rank.AS_TEXT);
        return Stream.concat(number.stream(), other.stream())
                .max(byId(Rank.AS_TEXT))
                .orElse(latest);
    }

    private static Optional<Paid> largest(Stream<Paid> paid, Predicate<Rank> wanted, Comparator<String> order) {
        return paid.filter(one -> one.rank != null && wanted.test(one.rank)).max(byId(order));
    }

    private static Comparator<Paid> byId(Comparator<String> order) {
        return Comparator.comparing(paid -> paid.rank == null ? "" : paid.rank.id, order);
    }
}
