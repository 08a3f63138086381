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

/** Rows as they were: read from the history, which keeps what the tables forget. */
@Component
class RowHistory {

    private static final JsonMapper JSON_IN = new JsonMapper();

    private final DSLContext db;

    RowHistory(DSLContext db) {
        this.db = db;
    }

    RowTimeline of(Table<?> table, long id) {
        return new RowTimeline(lives(isOf(table).and(HISTORY.ROW_ID.eq(id)))
                .flatMap(List::stream)
                .toList());
    }

    /** All rows that ever hung on another, by the very expressions that the history's indexes have (Hanging). */
    List<RowTimeline> hanging(Table<?> table, String column, long owner) {
        return lives(isOf(table)
                        .and(number(coalesce(HISTORY.AFTER, HISTORY.BEFORE), column)
                                .eq(owner)))
                .map(RowTimeline::new)
                .toList();
    }

    private static Condition isOf(Table<?> table) {
        return HISTORY.TABLE_NAME.eq(inline(table.getName()));
    }

    private Stream<List<State>> lives(Condition rows) {
        Map<Long, List<State>> lives = new LinkedHashMap<>();
        db.select(HISTORY.ROW_ID, HISTORY.AT, HISTORY.BEFORE, HISTORY.AFTER)
                .from(HISTORY)
                .where(rows)
                .orderBy(HISTORY.AT, HISTORY.ID)
                .forEach(entry -> lives.computeIfAbsent(entry.get(HISTORY.ROW_ID), row -> begun(entry))
                        .add(new State(entry.get(HISTORY.AT), image(entry.get(HISTORY.AFTER)))));
        Collection<List<State>> states = lives.values();
        return states.stream();
    }

    /** A row that is older than its history was before as it was when it was first changed. */
    private static List<State> begun(Record first) {
        JSON before = first.get(HISTORY.BEFORE);
        return before == null ? new ArrayList<>() : new ArrayList<>(List.of(new State(Instant.EPOCH, image(before))));
    }

    private static Map<String, @Nullable String> image(@Nullable JSON json) {
        Map<String, @Nullable String> image = new LinkedHashMap<>();
        if (json != null) {
            JSON_IN.readTree(Objects.requireNonNull(json.data()))
                    .forEachEntry((column, value) -> image.put(column, value.isNull() ? null : value.asString()));
        }
        return image;
    }
}
