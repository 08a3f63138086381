package org.jadhere.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list becomes when it is taken away: named columns, and how each reads its cell from a thing.
 * A cell is text, a number, a day, an instant, money, yes or no, or nothing; it keeps its type in spreadsheets.
 */
public final class Sheet<T> {

    private final String title;
    private final List<Column<T>> columns = new ArrayList<>();

    private Sheet(String title) {
        this.title = title;
    }

    /** In the reader's language, as are the titles of the columns; it names the file, too. */
    public static <T> Sheet<T> titled(String title) {
        return new Sheet<>(title);
    }

    private record Column<T>(String title, Function<T, @Nullable Object> cell) {}

    /** Things one by one, so that memory does not grow with them. */
    @FunctionalInterface
    public interface Source<T> {

        void each(Consumer<T> thing);
    }

    /** A table that is written row by row. */
    interface Rows extends AutoCloseable {

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

    void write(Source<T> source, Rows rows) {
        rows.write(columns.stream().map(Column::title).toList());
        source.each(thing -> rows.write(cells(thing)));
    }

    private List<@Nullable Object> cells(T thing) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(column.cell().apply(thing)));
        return cells;
    }
}
