package org.jadhere.money.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.money.statistics.FigureTotals.CountedServices;

/** Counts services on several days. It stores only the days on which a count changes, since prices rarely change. */
class DailyCounts {

    private final List<LocalDate> days;
    /** The difference to the day before, by the index of the day. */
    private final Map<Type, Map<CountedServices, long[]>> changes = new LinkedHashMap<>();

    DailyCounts(List<LocalDate> days) {
        this.days = days;
    }

    record Type(long id, String name) {}

    /** Adds a number of services or holdings; zero only adds the type. */
    void add(Type type, ServiceGroup services, long count) {
        var ofType = changes.computeIfAbsent(type, unknown -> new HashMap<>());
        int since = 0;
        for (int day = 1; day <= days.size(); day++) {
            if (day == days.size() || !countedOn(day, services).equals(countedOn(since, services))) {
                long[] change =
                        ofType.computeIfAbsent(countedOn(since, services), unknown -> new long[days.size() + 1]);
                change[since] += count;
                change[day] -= count;
                since = day;
            }
        }
    }

    private static CountedServices countedOn(int day, ServiceGroup services) {
        boolean active = services.isActiveOn(day);
        return new CountedServices(active, services.held(), active ? services.priceOn(day) : null, 1);
    }

    List<Figures> figures() {
        Map<Type, List<FigureTotals>> byType = new LinkedHashMap<>();
        changes.forEach((type, ofType) -> byType.put(type, totals(Map.of(type, ofType))));
        var totals = totals(changes);
        List<Figures> figures = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            List<Figures.TypeLine> lines = new ArrayList<>();
            for (var ofType : byType.entrySet()) {
                var line = ofType.getValue().get(day).line();
                lines.add(new Figures.TypeLine(
                        ofType.getKey().id(), ofType.getKey().name(), line));
            }
            figures.add(new Figures(days.get(day), lines, totals.get(day).line()));
        }
        return figures;
    }

    private List<FigureTotals> totals(Map<Type, Map<CountedServices, long[]>> counted) {
        List<FigureTotals> totals = days.stream().map(day -> new FigureTotals()).toList();
        for (var ofType : counted.values()) {
            ofType.forEach((services, change) -> {
                long now = 0;
                for (int day = 0; day < days.size(); day++) {
                    now += change[day];
                    if (now > 0) {
                        totals.get(day).add(services.times(now));
                    }
                }
            });
        }
        return totals;
    }
}
