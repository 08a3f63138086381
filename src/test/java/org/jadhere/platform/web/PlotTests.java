package org.jadhere.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The geometry of plots: grid lines, labels, and stacked bars. */
class PlotTests {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "5, 1", "6, 2", "11, 5", "26, 10", "499, 100", "501, 200", "12345, 5000"})
    void gridLinesAreAtRoundValues(double highest, double distance) {
        assertThat(Plot.tickInterval(highest)).isEqualTo(distance);
    }

    @Test
    void seriesBeyondTheColoursAreSummedUp() {
        var plot = plot(9, 1);

        assertThat(plot.visibleSeries()).hasSize(7);
        assertThat(plot.visibleSeries().stream().map(Plot.Series::sum).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(plot.total(0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "13, 5", "121, 5"})
    void theLastDayAlwaysHasALabel(int days, int most) {
        var labels = plot(1, days).labels();

        assertThat(labels).hasSizeBetween(1, most);
        assertThat(labels.getLast().text()).isEqualTo(Texts.month(day(days - 1)));
    }

    @Test
    void barsAreStackedInsideThePlot() {
        var bars = plot(3, 4).bars();

        assertThat(bars).hasSize(12).allSatisfy(bar -> {
            assertThat(bar.y()).isBetween((double) Plot.TOP, (double) Plot.BOTTOM);
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(Plot.RIGHT);
        });
        assertThat(bars.get(0).y())
                .isCloseTo(bars.get(1).y() + bars.get(1).height(), org.assertj.core.data.Offset.offset(0.2));
    }

    private static Plot plot(int series, int days) {
        return new Plot(
                "plot",
                "Plot",
                IntStream.range(0, days).mapToObj(PlotTests::day).toList(),
                IntStream.rangeClosed(1, series)
                        .mapToObj(i -> new Plot.Series(
                                "s" + i,
                                Stream.generate(() -> BigDecimal.valueOf(i))
                                        .limit(days)
                                        .toList()))
                        .toList(),
                BigDecimal::toPlainString);
    }

    private static LocalDate day(int months) {
        return LocalDate.of(2025, 1, 31).plusMonths(months);
    }
}
