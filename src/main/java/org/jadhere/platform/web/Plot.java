package org.jadhere.platform.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Amounts over time: an SVG of bars, stacked if there are several series, and the same as a table.
 *
 * @param name the identifier in addresses and element ids
 * @param days the day of each value
 * @param format formats a value for display
 */
public record Plot(
        String name, String title, List<LocalDate> days, List<Series> series, Function<BigDecimal, String> format) {

    /** In units of the SVG's view box, which scales with the page. */
    public static final int WIDTH = 420;

    public static final int HEIGHT = 230;
    public static final int LEFT = 58;
    public static final int RIGHT = 394;
    static final int TOP = 10;
    public static final int BOTTOM = 200;

    private static final int COLOURS = 7;
    private static final int LABELS = 5;

    /** One value for each day. */
    public record Series(String name, List<BigDecimal> values) {

        BigDecimal sum() {
            return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        Series plus(Series other) {
            List<BigDecimal> sums = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                sums.add(values.get(i).add(other.values.get(i)));
            }
            return new Series(name, sums);
        }
    }

    /** A horizontal grid line at a round value. */
    public record Tick(double y, String label) {}

    /** The part of a day's bar that belongs to one series; the colour is a number from 1. */
    public record Bar(double x, double y, double width, double height, int colour, String label) {}

    /** A day on the horizontal axis. */
    public record Label(double x, String text) {}

    /** The series to draw: at most one for each colour. The smallest are added up in the last one. */
    public List<Series> visibleSeries() {
        if (series.size() <= COLOURS) {
            return series;
        }
        var largest = series.stream()
                .sorted(Comparator.comparing(Series::sum).reversed())
                .toList();
        List<Series> visible = new ArrayList<>(series.stream()
                .filter(largest.subList(0, COLOURS - 1)::contains)
                .toList());
        largest.subList(COLOURS - 1, largest.size()).stream()
                .reduce(Series::plus)
                .ifPresent(others -> visible.add(new Series(Texts.t("plot.others"), others.values())));
        return visible;
    }

    public List<Bar> bars() {
        var visible = visibleSeries();
        double axisMaximum = axisMaximum();
        List<Bar> bars = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            double top = BOTTOM;
            for (int i = 0; i < visible.size(); i++) {
                BigDecimal value = visible.get(i).values().get(day);
                double height = value.doubleValue() / axisMaximum * (BOTTOM - TOP);
                top -= height;
                if (value.signum() > 0) {
                    String label = "%s – %s – %s"
                            .formatted(visible.get(i).name(), Texts.date(days.get(day)), format.apply(value));
                    bars.add(bar(day, top, height, i + 1, label));
                }
            }
        }
        return bars;
    }

    private Bar bar(int day, double top, double height, int colour, String label) {
        return new Bar(
                round(LEFT + dayWidth() * (day + 0.1)),
                round(top),
                round(dayWidth() * 0.8),
                round(height),
                colour,
                label);
    }

    public List<Tick> ticks() {
        double interval = tickInterval(maximum());
        List<Tick> ticks = new ArrayList<>();
        for (double value = 0; value <= axisMaximum() + interval / 2; value += interval) {
            double y = round(BOTTOM - value / axisMaximum() * (BOTTOM - TOP));
            ticks.add(new Tick(y, Texts.number(Math.round(value))));
        }
        return ticks;
    }

    /** As many days as fit on the axis, always with the last one. */
    public List<Label> labels() {
        int every = Math.ceilDiv(days.size(), LABELS);
        List<Label> labels = new ArrayList<>();
        for (int day = (days.size() - 1) % every; day < days.size(); day += every) {
            labels.add(new Label(round(LEFT + dayWidth() * (day + 0.5)), Texts.month(days.get(day))));
        }
        return labels;
    }

    /** The sum of all series on a day. */
    public BigDecimal total(int day) {
        return series.stream().map(one -> one.values().get(day)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The exported table, with one row for each day. */
    public Sheet<Integer> sheet() {
        var sheet = Sheet.<Integer>titled(title).column(Texts.t("plot.day"), days::get);
        series.forEach(one -> sheet.column(one.name(), one.values()::get));
        return series.size() > 1 ? sheet.column(Texts.t("plot.total"), this::total) : sheet;
    }

    private double dayWidth() {
        return (double) (RIGHT - LEFT) / days.size();
    }

    private double maximum() {
        double maximum = 0;
        for (int day = 0; day < days.size(); day++) {
            maximum = Math.max(maximum, total(day).doubleValue());
        }
        return maximum;
    }

    private double axisMaximum() {
        double interval = tickInterval(maximum());
        return Math.max(1, Math.ceil(maximum() / interval)) * interval;
    }

    /** The interval between grid lines: 1, 2 or 5 times a power of ten, so that there are at most five. */
    static double tickInterval(double maximum) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, maximum / 5))));
        for (int factor : new int[] {1, 2, 5}) {
            if (maximum / (factor * power) <= 5) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
