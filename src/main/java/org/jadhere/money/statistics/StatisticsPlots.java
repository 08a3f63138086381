package org.jadhere.money.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.platform.web.Plot;
import org.jadhere.platform.web.Texts;

/** The plots of the figures of several days: members, services and income. */
final class StatisticsPlots {

    private StatisticsPlots() {}

    static List<Plot> of(List<Figures> figures, List<Long> members, StatisticsQuery.Split split) {
        return List.of(members(figures, members), services(figures), income(figures, split));
    }

    private static Plot members(List<Figures> figures, List<Long> members) {
        var values = members.stream().map(BigDecimal::valueOf).toList();
        return countPlot("members", figures, List.of(new Plot.Series(Texts.t("menu.members"), values)));
    }

    private static Plot services(List<Figures> figures) {
        return countPlot("services", figures, byType(figures, line -> BigDecimal.valueOf(line.active())));
    }

    private static Plot income(List<Figures> figures, StatisticsQuery.Split split) {
        var series =
                split == StatisticsQuery.Split.TYPE ? byType(figures, Figures.Line::monthlyIncome) : byMethod(figures);
        return new Plot("income", Texts.t("statistics.income"), days(figures), series, Texts::euros);
    }

    private static Plot countPlot(String name, List<Figures> figures, List<Plot.Series> series) {
        return new Plot(
                name,
                Texts.t("statistics." + name),
                days(figures),
                series,
                count -> Texts.number(count.longValueExact()));
    }

    private static List<LocalDate> days(List<Figures> figures) {
        return figures.stream().map(Figures::date).toList();
    }

    /** One series for each type; all figures have the same types in the same order. */
    private static List<Plot.Series> byType(List<Figures> figures, Function<Figures.Line, BigDecimal> value) {
        List<Plot.Series> series = new ArrayList<>();
        var types = figures.getFirst().types();
        for (int i = 0; i < types.size(); i++) {
            int index = i;
            var values = figures.stream()
                    .map(daily -> value.apply(daily.types().get(index).line()))
                    .toList();
            series.add(new Plot.Series(types.get(i).type(), values));
        }
        return series;
    }

    private static List<Plot.Series> byMethod(List<Figures> figures) {
        return Stream.of(PaymentMethod.values())
                .filter(method ->
                        figures.stream().anyMatch(daily -> byMethod(daily).containsKey(method)))
                .map(method -> new Plot.Series(
                        Texts.t("method." + method.word()),
                        figures.stream()
                                .map(daily -> byMethod(daily).getOrDefault(method, BigDecimal.ZERO))
                                .toList()))
                .toList();
    }

    private static Map<PaymentMethod, BigDecimal> byMethod(Figures figures) {
        return figures.total().byMethod();
    }
}
