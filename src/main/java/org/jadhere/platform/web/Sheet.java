package org.jadhere.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an exported list, each with the function that reads its cell from a row. A cell is a string, number,
 * {@code LocalDate}, {@code Instant}, {@code Money}, boolean or null, and keeps its type in spreadsheets.
 */
public final class Sheet<T> {

    private final String title;
    private final List<Column<T>> columns = new ArrayList<>();

    private Sheet(String title) {
        this.title = title;
    }

    /** @param title the name of the table and of the downloaded file, in the current locale as the column titles are */
    public static <T> Sheet<T> titled(String title) {
        return new Sheet<>(title);
    }

    private record Column<T>(String title, Function<T, @Nullable Object> cell) {}

    /** Supplies rows one by one, so that memory does not grow with their number. */
    @FunctionalInterface
    public interface Source<T> {

        void each(Consumer<T> row);
    }

    /** Writes a table row by row. */
    interface Writer extends AutoCloseable {

        void write(List<? extends @Nullable Object> cells);

        @Override
        void close();
    }

    public Sheet<T> column(String title, Function<T, @Nullable Object> cell) {
        columns.add(new Column<>(title, cell));
        return this;
    }

    String title() {
        return title;
    }

    void write(Source<T> source, Writer writer) {
        writer.write(columns.stream().map(Column::title).toList());
        source.each(row -> writer.write(cells(row)));
    }

    private List<@Nullable Object> cells(T row) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(column.cell().apply(row)));
        return cells;
    }
}
