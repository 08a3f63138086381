package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Pg.number;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jadhere.network.whohad.RowTimeline.State;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds the past states of rows from the history. */
@Component
class RowHistory {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final DSLContext db;

    RowHistory(DSLContext db) {
        this.db = db;
    }

    RowTimeline of(Table<?> table, long id) {
        return new RowTimeline(timelines(isTable(table).and(HISTORY.ROW_ID.eq(id)))
                .flatMap(List::stream)
                .toList());
    }

    /** All rows that ever referred to another by this column, by the expression of the indexes of the history. */
    List<RowTimeline> referencing(Table<?> table, String column, long owner) {
        return timelines(isTable(table)
                        .and(number(coalesce(HISTORY.AFTER, HISTORY.BEFORE), column)
                                .eq(owner)))
                .map(RowTimeline::new)
                .toList();
    }

    private static Condition isTable(Table<?> table) {
        return HISTORY.TABLE_NAME.eq(inline(table.getName()));
    }

    private Stream<List<State>> timelines(Condition rows) {
        Map<Long, List<State>> timelines = new LinkedHashMap<>();
        db.select(HISTORY.ROW_ID, HISTORY.AT, HISTORY.BEFORE, HISTORY.AFTER)
                .from(HISTORY)
                .where(rows)
                .orderBy(HISTORY.AT, HISTORY.ID)
                .forEach(entry -> timelines
                        .computeIfAbsent(entry.get(HISTORY.ROW_ID), row -> initialStates(entry))
                        .add(new State(entry.get(HISTORY.AT), columns(entry.get(HISTORY.AFTER)))));
        Collection<List<State>> states = timelines.values();
        return states.stream();
    }

    /** A row older than the history starts in the state before its first recorded change. */
    private static List<State> initialStates(Record first) {
        JSON before = first.get(HISTORY.BEFORE);
        return before == null ? new ArrayList<>() : new ArrayList<>(List.of(new State(Instant.EPOCH, columns(before))));
    }

    private static Map<String, @Nullable String> columns(@Nullable JSON json) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        if (json != null) {
            MAPPER.readTree(Objects.requireNonNull(json.data()))
                    .forEachEntry((column, value) -> columns.put(column, value.isNull() ? null : value.asString()));
        }
        return columns;
    }
}
