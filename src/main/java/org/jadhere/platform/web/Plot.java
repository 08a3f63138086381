package org.jadhere.platform.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Amounts over time, to be drawn as bars that are stacked where there are several series, and to be read as a table.
 *
 * @param name as addresses have it
 * @param days what each value is of
 * @param shown how a value is written
 */
public record Plot(
        String name, String title, List<LocalDate> days, List<Series> series, Function<BigDecimal, String> shown) {

    /** The picture's own units; it grows and shrinks as a whole. */
    public static final int WIDTH = 420;

    public static final int HEIGHT = 230;
    public static final int LEFT = 58;
    public static final int RIGHT = 394;
    public static final int TOP = 10;
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

    /** A line across at a round value. */
    public record Tick(double y, String label) {}

    /** A part of a day's bar; the colour is a number from 1. */
    public record Bar(double x, double y, double width, double height, int colour, String label) {}

    /** A day written below. */
    public record Label(double x, String text) {}

    /** What is drawn: as many as there are colours, the largest; the others are one. */
    public List<Series> drawn() {
        if (series.size() <= COLOURS) {
            return series;
        }
        var largest = series.stream()
                .sorted(Comparator.comparing(Series::sum).reversed())
                .toList();
        List<Series> drawn = new ArrayList<>(series.stream()
                .filter(largest.subList(0, COLOURS - 1)::contains)
                .toList());
        largest.subList(COLOURS - 1, largest.size()).stream()
                .reduce(Series::plus)
                .ifPresent(others -> drawn.add(new Series(Texts.t("plot.others"), others.values())));
        return drawn;
    }

    public List<Bar> bars() {
        var drawn = drawn();
        double ceiling = ceiling();
        List<Bar> bars = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            double top = BOTTOM;
            for (int i = 0; i < drawn.size(); i++) {
                BigDecimal value = drawn.get(i).values().get(day);
                double height = value.doubleValue() / ceiling * (BOTTOM - TOP);
                top -= height;
                if (value.signum() > 0) {
                    String label = "%s – %s – %s"
                            .formatted(drawn.get(i).name(), Texts.date(days.get(day)), shown.apply(value));
                    bars.add(bar(day, top, height, i + 1, label));
                }
            }
        }
        return bars;
    }

    private Bar bar(int day, double top, double height, int colour, String label) {
        return new Bar(
                round(LEFT + step() * (day + 0.1)), round(top), round(step() * 0.8), round(height), colour, label);
    }

    public List<Tick> ticks() {
        double distance = distance(highest());
        List<Tick> ticks = new ArrayList<>();
        for (double value = 0; value <= ceiling() + distance / 2; value += distance) {
            double y = round(BOTTOM - value / ceiling() * (BOTTOM - TOP));
            ticks.add(new Tick(y, Texts.number(Math.round(value))));
        }
        return ticks;
    }

    /** As many days as there is room for, the last one always. */
    public List<Label> labels() {
        int every = Math.ceilDiv(days.size(), LABELS);
        List<Label> labels = new ArrayList<>();
        for (int day = (days.size() - 1) % every; day < days.size(); day += every) {
            labels.add(new Label(round(LEFT + step() * (day + 0.5)), Texts.month(days.get(day))));
        }
        return labels;
    }

    /** Of a day: all series together. */
    public BigDecimal total(int day) {
        return series.stream().map(one -> one.values().get(day)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The table, to take away: a line a day. */
    public Sheet<Integer> sheet() {
        var sheet = Sheet.<Integer>titled(title).column(Texts.t("plot.day"), days::get);
        series.forEach(one -> sheet.column(one.name(), one.values()::get));
        return series.size() > 1 ? sheet.column(Texts.t("plot.total"), this::total) : sheet;
    }

    private double step() {
        return (double) (RIGHT - LEFT) / days.size();
    }

    private double highest() {
        double highest = 0;
        for (int day = 0; day < days.size(); day++) {
            highest = Math.max(highest, total(day).doubleValue());
        }
        return highest;
    }

    private double ceiling() {
        double distance = distance(highest());
        return Math.max(1, Math.ceil(highest() / distance)) * distance;
    }

    /** From one line across to the next: 1, 2 or 5 and noughts, so that there are five at most. */
    static double distance(double highest) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, highest / 5))));
        for (int factor : new int[] {1, 2, 5}) {
            if (highest / (factor * power) <= 5) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
