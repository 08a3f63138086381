package org.jadhere.money.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jadhere.money.statistics.FigureTotals.Alike;

/** Counts services for each of some days; only where what they pay changes is noted, since it mostly stays. */
class DailyCounts {

    private final List<LocalDate> days;
    private final Map<Type, Map<Alike, long[]>> changes = new LinkedHashMap<>();

    DailyCounts(List<LocalDate> days) {
        this.days = days;
    }

    record Type(long id, String name) {}

    /** So many services; none makes the type known. */
    void add(Type type, ServiceGroup services, long howMany) {
        var ofType = changes.computeIfAbsent(type, unknown -> new HashMap<>());
        int since = 0;
        for (int day = 1; day <= days.size(); day++) {
            if (day == days.size() || !on(day, services).equals(on(since, services))) {
                long[] change = ofType.computeIfAbsent(on(since, services), unknown -> new long[days.size() + 1]);
                change[since] += howMany;
                change[day] -= howMany;
                since = day;
            }
        }
    }

    private static Alike on(int day, ServiceGroup services) {
        boolean active = services.isActiveOn(day);
        return new Alike(active, services.hasMember(), active ? services.paidOn(day) : null, 1);
    }

    List<Figures> figures() {
        Map<Type, List<FigureTotals>> tallies = new LinkedHashMap<>();
        changes.forEach((type, ofType) -> tallies.put(type, tallies(Map.of(type, ofType))));
        var totals = tallies(changes);
        List<Figures> figures = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            List<Figures.OfType> lines = new ArrayList<>();
            for (var ofType : tallies.entrySet()) {
                var line = ofType.getValue().get(day).line();
                lines.add(
                        new Figures.OfType(ofType.getKey().id(), ofType.getKey().name(), line));
            }
            figures.add(new Figures(days.get(day), lines, totals.get(day).line()));
        }
        return figures;
    }

    private List<FigureTotals> tallies(Map<Type, Map<Alike, long[]>> counted) {
        List<FigureTotals> tallies =
                days.stream().map(day -> new FigureTotals()).toList();
        for (var ofType : counted.values()) {
            ofType.forEach((alike, change) -> {
                long now = 0;
                for (int day = 0; day < days.size(); day++) {
                    now += change[day];
                    if (now > 0) {
                        tallies.get(day).add(alike.times(now));
                    }
                }
            });
        }
        return tallies;
    }
}
