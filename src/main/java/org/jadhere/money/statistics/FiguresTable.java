package org.jadhere.money.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jadhere.money.common.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * The figures as text for a terminal: the counts, then the income by method. Numbers are aligned to the right, which
 * picocli's {@code TextTable} cannot do.
 */
final class FiguresTable {

    private static final List<String> HEADINGS = List.of(
            "Type",
            "Services",
            "Active",
            "No member",
            "Paying",
            "Free",
            "Not paying",
            "€/month",
            "Validated",
            "Mean",
            "Median");

    private FiguresTable() {}

    static String of(Figures figures) {
        return "Services as of %s, in euros per month\n\n".formatted(figures.date())
                + aligned(counts(figures))
                + (figures.total().paying() == 0 ? "" : "\n" + aligned(methods(figures)));
    }

    private static List<List<String>> counts(Figures figures) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        figures.types().forEach(type -> rows.add(counts(type.type(), type.line())));
        rows.add(counts("Total", figures.total()));
        return rows;
    }

    private static List<String> counts(String name, Figures.Line line) {
        return List.of(
                name,
                Long.toString(line.services()),
                Long.toString(line.active()),
                Long.toString(line.withoutMember()),
                Long.toString(line.paying()),
                Long.toString(line.free()),
                Long.toString(line.notPaying()),
                line.monthlyIncome().toPlainString(),
                line.validatedIncome().toPlainString(),
                text(line.mean()),
                text(line.median()));
    }

    private static List<List<String>> methods(Figures figures) {
        var used = List.copyOf(new TreeSet<>(figures.total().byMethod().keySet()));
        List<List<String>> rows = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of("€/month by method"));
        used.forEach(method -> headings.add(method.word().replace('_', ' ')));
        rows.add(headings);
        figures.types().forEach(type -> rows.add(methods(type.type(), type.line(), used)));
        rows.add(methods("Total", figures.total(), used));
        return rows;
    }

    private static List<String> methods(String name, Figures.Line line, List<PaymentMethod> used) {
        List<String> row = new ArrayList<>(List.of(name));
        used.forEach(method -> row.add(text(line.byMethod().get(method))));
        return row;
    }

    private static String text(@Nullable BigDecimal amount) {
        return amount == null ? "-" : Objects.toString(amount);
    }

    /** The last row is the total, below a line. */
    private static String aligned(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        var text = new StringBuilder();
        for (List<String> row : rows.subList(0, rows.size() - 1)) {
            text.append(aligned(row, widths));
        }
        String total = aligned(rows.getLast(), widths);
        return text.append("-".repeat(width(total) - 1))
                .append('\n')
                .append(total)
                .toString();
    }

    private static String aligned(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = printable(row.get(column));
            String padding = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? cell + padding : "  " + padding + cell);
        }
        return line.append('\n').toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /**
     * Replaces control characters: a line break would break the table, an escape sequence would change the terminal.
     */
    private static String printable(String cell) {
        return cell.replaceAll("\\p{Cntrl}", " ");
    }
}
