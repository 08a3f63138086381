package org.jadhere.office.history;

import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.fold;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Pg.text;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.function.Consumer;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Sort;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The recorded changes that the actor may see, the newest first. The order is by time, then by id: rows of one
 * transaction have the same time and stay together, and ranges of dates use the index.
 */
@Component
class History {

    private static final int CHUNK = 500;

    private final DSLContext db;

    History(DSLContext db) {
        this.db = db;
    }

    private enum Order implements Sort {
        NEWEST;

        @Override
        public By by() {
            return By.desc(HISTORY.AT);
        }
    }

    @StandbyRead
    Page<HistoryEntry> page(Actor actor, HistoryFilter filter, Keyset place) {
        return place.page(entries(actor, filter), Order.NEWEST, HISTORY.ID, HistoryEntry::of);
    }

    /**
     * Passes all entries to the reader, up to 500 at a time. No connection is held between two chunks, so that a slow
     * reader does not block others; entries that are added meanwhile come before the first chunk.
     */
    @StandbyRead
    void each(Actor actor, HistoryFilter filter, Consumer<List<HistoryEntry>> reader) {
        Condition rest = noCondition();
        List<HistoryEntry> chunk;
        do {
            chunk = entries(actor, filter)
                    .and(rest)
                    .orderBy(HISTORY.AT.desc(), HISTORY.ID.desc())
                    .limit(CHUNK)
                    .fetch(HistoryEntry::of);
            if (!chunk.isEmpty()) {
                reader.accept(chunk);
                rest = row(HISTORY.AT, HISTORY.ID)
                        .lt(chunk.getLast().at(), chunk.getLast().id());
            }
        } while (chunk.size() == CHUNK);
    }

    private SelectConditionStep<Record> entries(Actor actor, HistoryFilter filter) {
        return db.select(HISTORY.asterisk())
                .select(field(HistoryRights.notesShownTo(actor)).as(HistoryEntry.NOTES_SHOWN))
                .from(HISTORY)
                .where(about(actor, filter.table(), filter.id()))
                .and(matching(filter));
    }

    private static Condition matching(HistoryFilter filter) {
        return and(
                given(filter.q(), typed -> containsWords(fold(HISTORY.ACTOR), typed)),
                given(filter.actor(), HISTORY.ACTOR_ID::eq),
                given(filter.act(), History::isAct),
                given(filter.from(), HISTORY.AT::ge),
                given(filter.until(), HISTORY.AT::lt));
    }

    /** All visible entries, those of one table, or those of one row and its related rows. */
    private static Condition about(Actor actor, @Nullable TrackedTable table, @Nullable Long id) {
        return table == null
                ? HistoryRights.seenBy(actor)
                : id == null
                        ? HistoryRights.seenBy(actor, table)
                        : HistoryRights.seenBy(actor).and(RelatedRows.historyOf(table, id));
    }

    /** The condition of a validation is that of its index. */
    private static Condition isAct(HistoryFilter.Act act) {
        return act == HistoryFilter.Act.VALIDATION
                ? HISTORY.ACTION
                        .eq(inline("update"))
                        .and(text(HISTORY.BEFORE, "validated").isDistinctFrom(text(HISTORY.AFTER, "validated")))
                : HISTORY.ACTION.eq(inline(act.word()));
    }
}
