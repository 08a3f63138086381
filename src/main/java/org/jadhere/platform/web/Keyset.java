package org.jadhere.platform.web;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectConditionStep;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/**
 * Where in a list a page begins: after or before one row, told by the value it is sorted by and its id.
 * The database finds it in the index, so page 400 costs what page 1 costs; nothing is counted.
 */
public record Keyset(@Nullable String after, @Nullable String before) {

    static final int PAGE_SIZE = 50;

    private static final int FETCH_SIZE = 500;

    private static final String VALUE = "keyset_value";
    private static final String ID = "keyset_id";

    public static Keyset of(Form form) {
        return new Keyset(form.text("after"), form.text("before"));
    }

    /** The page of a query: one row more than it shows is fetched, to know whether there is a next one. */
    public <T> Page<T> page(
            SelectConditionStep<? extends Record> query, Sort sort, Field<Long> id, RecordMapper<Record, T> mapper) {
        boolean backwards = before != null;
        Field<?> column = sort.by().column();
        boolean descending = sort.by().descending() != backwards;
        SelectQuery<?> select = query.getQuery();
        select.addSelect(column.as(VALUE), id.as(ID));
        select.addConditions(beyond(column, id, descending));
        select.addOrderBy(inOrder(column, id, descending));
        select.addLimit(PAGE_SIZE + 1);
        List<? extends Record> rows = select.fetch();
        boolean more = rows.size() > PAGE_SIZE;
        List<? extends Record> shown = rows.subList(0, Math.min(rows.size(), PAGE_SIZE));
        if (backwards) {
            Collections.reverse(shown);
        }
        return new Page<>(
                shown.stream().map(row -> mapper.map(row)).toList(),
                shown.isEmpty() || backwards && !more || !backwards && after == null ? null : key(shown.getFirst()),
                shown.isEmpty() || !backwards && !more ? null : key(shown.getLast()));
    }

    /** All rows of the same query, one by one and in the same order: within a transaction, where the driver fetches by pieces. */
    public static <T> void each(
            SelectConditionStep<? extends Record> query,
            Sort sort,
            Field<Long> id,
            RecordMapper<Record, T> mapper,
            Consumer<T> row) {
        SelectQuery<? extends Record> select = query.getQuery();
        select.addOrderBy(inOrder(sort.by().column(), id, sort.by().descending()));
        try (var rows = select.fetchSize(FETCH_SIZE).fetchLazy()) {
            rows.forEach(found -> row.accept(mapper.map(found)));
        }
    }

    private static List<SortField<?>> inOrder(Field<?> column, Field<Long> id, boolean descending) {
        return descending ? List.of(column.desc(), id.desc()) : List.of(column.asc(), id.asc());
    }

    private Condition beyond(Field<?> column, Field<Long> id, boolean descending) {
        String key = before == null ? after : before;
        int cut = key == null ? -1 : key.lastIndexOf('~');
        if (key == null || cut < 0 || !key.substring(cut + 1).matches("\\d{1,18}")) {
            return noCondition();
        }
        return beyond(column, id, descending, key.substring(0, cut), Long.parseLong(key.substring(cut + 1)));
    }

    /** A key that somebody made up leads to the first page. */
    private static <V> Condition beyond(Field<V> column, Field<Long> id, boolean descending, String text, long last) {
        V value;
        try {
            value = column.getDataType().convert(text);
        } catch (RuntimeException e) {
            return noCondition();
        }
        var place = row(column, id);
        var key = row(val(value, column), val(last));
        return descending ? place.lt(key) : place.gt(key);
    }

    private static String key(Record row) {
        return Objects.toString(row.get(VALUE)) + "~" + row.get(ID);
    }
}
