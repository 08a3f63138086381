package org.jadhere.money.statistics;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.money.common.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** The statistics computed as docs/csv.md defines them, step by step and without regard to speed. */
final class StatisticsDefinition {

    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

    record Service(
            String type,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            List<Held> held,
            List<Paid> paid) {

        boolean hasMember(LocalDate date) {
            return held.stream().anyMatch(holding -> covers(holding.start, holding.end, date));
        }

        /** The holding that covers the first day of a payment, else the nearest one, the earlier of two as near. */
        Optional<Held> holdingOf(Paid paid) {
            return held.stream()
                    .min(Comparator.<Held>comparingLong(holding -> holding.distance(paid.start))
                            .thenComparing(Held::start));
        }
    }

    record Held(LocalDate start, @Nullable LocalDate end) {

        /** In days, to the first or to the last day; 0 within. */
        long distance(LocalDate day) {
            if (day.isBefore(start)) {
                return ChronoUnit.DAYS.between(day, start);
            }
            return end == null || day.isBefore(end) ? 0 : ChronoUnit.DAYS.between(end.minusDays(1), day);
        }
    }

    record Paid(
            String id,
            BigDecimal amount,
            PaymentMethod method,
            int period,
            LocalDate start,
            @Nullable LocalDate end,
            boolean validated) {}

    private StatisticsDefinition() {}

    static Figures of(LocalDate date, List<String> types, List<Service> services) {
        var byType = services.stream().collect(groupingBy(Service::type));
        List<Figures.TypeLine> lines = new ArrayList<>();
        types.stream()
                .sorted(byCodePoint())
                .forEach(type ->
                        lines.add(new Figures.TypeLine(0, type, line(date, byType.getOrDefault(type, List.of())))));
        return new Figures(date, lines, line(date, services));
    }

    private static Figures.Line line(LocalDate date, List<Service> services) {
        var active = services.stream()
                .filter(service -> covers(service.start(), service.end(), date))
                .toList();
        var ofMembers =
                active.stream().filter(service -> service.hasMember(date)).toList();
        var free = ofMembers.stream()
                .filter(service -> current(service, date)
                        .filter(StatisticsDefinition::isFree)
                        .isPresent())
                .toList();
        var paying = ofMembers.stream()
                .flatMap(service -> current(service, date).stream())
                .filter(paid -> !isFree(paid) && paid.method() != PaymentMethod.UNPAID)
                .toList();
        var monthly = paying.stream()
                .map(StatisticsDefinition::monthlyTimesTwelve)
                .sorted()
                .toList();
        return new Figures.Line(
                services.size(),
                active.size(),
                active.size() - ofMembers.size(),
                paying.size(),
                free.size(),
                ofMembers.size() - paying.size() - free.size(),
                rounded(sum(paying), 1),
                rounded(sum(paying.stream().filter(Paid::validated).toList()), 1),
                paying.isEmpty() ? null : rounded(sum(paying), paying.size()),
                paying.isEmpty() ? null : median(monthly),
                byMethod(paying));
    }

    private static boolean covers(@Nullable LocalDate start, @Nullable LocalDate end, LocalDate date) {
        return start != null && !start.isAfter(date) && (end == null || date.isBefore(end));
    }

    private static Optional<Paid> current(Service service, LocalDate date) {
        return service.paid().stream()
                .filter(paid -> paid.period() > 0 && covers(paid.start(), paid.end(), date))
                .filter(paid -> service.holdingOf(paid)
                        .filter(holding -> covers(holding.start(), holding.end(), date))
                        .isPresent())
                .max(Comparator.comparing(Paid::start).thenComparing(Paid::id, StatisticsDefinition::compareIds));
    }

    private static int compareIds(String one, String other) {
        return one.matches("\\d+") && other.matches("\\d+")
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : byCodePoint().compare(one, other);
    }

    private static Comparator<String> byCodePoint() {
        return (one, other) -> java.util.Arrays.compare(
                one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static boolean isFree(Paid paid) {
        return paid.method() == PaymentMethod.FREE || paid.amount().signum() == 0;
    }

    private static BigDecimal monthlyTimesTwelve(Paid paid) {
        return paid.amount().multiply(TWELVE.divide(BigDecimal.valueOf(paid.period())));
    }

    private static BigDecimal sum(List<Paid> paying) {
        return paying.stream().map(StatisticsDefinition::monthlyTimesTwelve).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? rounded(sorted.get(middle), 1)
                : rounded(sorted.get(middle - 1).add(sorted.get(middle)), 2);
    }

    private static Map<PaymentMethod, BigDecimal> byMethod(List<Paid> paying) {
        Map<PaymentMethod, BigDecimal> sums = new EnumMap<>(PaymentMethod.class);
        paying.stream()
                .collect(groupingBy(Paid::method))
                .forEach((method, paid) -> sums.put(method, rounded(sum(paid), 1)));
        return sums;
    }

    private static BigDecimal rounded(BigDecimal timesTwelve, int dividedBy) {
        return timesTwelve.divide(TWELVE.multiply(BigDecimal.valueOf(dividedBy)), 2, RoundingMode.HALF_UP);
    }
}
