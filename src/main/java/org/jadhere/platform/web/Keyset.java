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
 * Keyset pagination: a page begins after, or ends before, a row identified by its sort value and id. The database finds
 * it in an index, so page 400 costs as much as page 1; no rows are counted.
 */
public record Keyset(@Nullable String after, @Nullable String before) {

    static final int PAGE_SIZE = 50;

    private static final int FETCH_SIZE = 500;

    private static final String VALUE = "keyset_value";
    private static final String ID = "keyset_id";

    public static Keyset of(Form form) {
        return new Keyset(form.text("after"), form.text("before"));
    }

    /** Runs the query for one page; it fetches one row more than it returns, to know whether there is a next page. */
    public <T> Page<T> page(
            SelectConditionStep<? extends Record> query, Sort sort, Field<Long> id, RecordMapper<Record, T> mapper) {
        boolean backwards = before != null;
        Field<?> column = sort.by().column();
        boolean descending = sort.by().descending() != backwards;
        SelectQuery<?> select = query.getQuery();
        select.addSelect(column.as(VALUE), id.as(ID));
        select.addConditions(afterKey(column, id, descending));
        select.addOrderBy(order(column, id, descending));
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

    /**
     * Streams all rows of a query in the order of its pages. Needs a transaction: outside of one the driver loads the
     * whole result instead of {@value #FETCH_SIZE} rows at a time.
     */
    public static <T> void each(
            SelectConditionStep<? extends Record> query,
            Sort sort,
            Field<Long> id,
            RecordMapper<Record, T> mapper,
            Consumer<T> row) {
        SelectQuery<? extends Record> select = query.getQuery();
        select.addOrderBy(order(sort.by().column(), id, sort.by().descending()));
        try (var rows = select.fetchSize(FETCH_SIZE).fetchLazy()) {
            rows.forEach(found -> row.accept(mapper.map(found)));
        }
    }

    private static List<SortField<?>> order(Field<?> column, Field<Long> id, boolean descending) {
        return descending ? List.of(column.desc(), id.desc()) : List.of(column.asc(), id.asc());
    }

    /** An invalid key in the request gives the first page. */
    private Condition afterKey(Field<?> column, Field<Long> id, boolean descending) {
        String key = before == null ? after : before;
        int separator = key == null ? -1 : key.lastIndexOf('~');
        if (key == null || separator < 0 || !key.substring(separator + 1).matches("\\d{1,18}")) {
            return noCondition();
        }
        long lastId = Long.parseLong(key.substring(separator + 1));
        return afterKey(column, id, descending, key.substring(0, separator), lastId);
    }

    private static <V> Condition afterKey(
            Field<V> column, Field<Long> id, boolean descending, String text, long lastId) {
        V value;
        try {
            value = column.getDataType().convert(text);
        } catch (RuntimeException e) {
            return noCondition();
        }
        var current = row(column, id);
        var key = row(val(value, column), val(lastId));
        return descending ? current.lt(key) : current.gt(key);
    }

    private static String key(Record row) {
        return Objects.toString(row.get(VALUE)) + "~" + row.get(ID);
    }
}
