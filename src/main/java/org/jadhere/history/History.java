package org.jadhere.history;

import static org.jadhere.db.Pg.fold;
import static org.jadhere.db.Pg.given;
import static org.jadhere.db.Pg.holds;
import static org.jadhere.db.Pg.text;
import static org.jadhere.db.Tables.HISTORY;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jadhere.access.Actor;
import org.jadhere.db.MayLag;
import org.jadhere.web.Keyset;
import org.jadhere.web.Page;
import org.jadhere.web.Sort;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the database has recorded, within the reach of who asks, newest first. In the order of time, ids deciding between
 * rows of one transaction: these stay together though others were written meanwhile, and dates are found in the index.
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
            return By.down(HISTORY.AT);
        }
    }

    @MayLag
    Page<Entry> page(Actor actor, HistoryFilter filter, Keyset place) {
        return place.page(entries(actor, filter), Order.NEWEST, HISTORY.ID, Entry::of);
    }

    /**
     * All of it, some hundred entries at a time. Between them nothing is held, neither in memory nor of the database:
     * a slow reader keeps no connection from others, and what is written meanwhile comes before the beginning.
     */
    @MayLag
    void each(Actor actor, HistoryFilter filter, Consumer<List<Entry>> reader) {
        Condition rest = noCondition();
        List<Entry> chunk;
        do {
            chunk = entries(actor, filter)
                    .and(rest)
                    .orderBy(HISTORY.AT.desc(), HISTORY.ID.desc())
                    .limit(CHUNK)
                    .fetch(Entry::of);
            if (!chunk.isEmpty()) {
                reader.accept(chunk);
                rest = row(HISTORY.AT, HISTORY.ID)
                        .lt(chunk.getLast().at(), chunk.getLast().id());
            }
        } while (chunk.size() == CHUNK);
    }

    private SelectConditionStep<Record> entries(Actor actor, HistoryFilter filter) {
        return db.select(HISTORY.asterisk())
                .select(field(HistoryRights.notesShownTo(actor)).as(Entry.NOTES_SHOWN))
                .from(HISTORY)
                .where(about(actor, filter.kind(), filter.id()))
                .and(matching(filter));
    }

    private static Condition matching(HistoryFilter filter) {
        return and(
                given(filter.q(), typed -> holds(fold(HISTORY.ACTOR), typed)),
                given(filter.actor(), HISTORY.ACTOR_ID::eq),
                given(filter.act(), History::isDoneBy),
                given(filter.from(), HISTORY.AT::ge),
                given(filter.until(), HISTORY.AT::lt));
    }

    /** All in reach, of one kind, or of one thing and what hangs on it. */
    private static Condition about(Actor actor, @Nullable Kind kind, @Nullable Long id) {
        return kind == null
                ? HistoryRights.seenBy(actor)
                : id == null
                        ? HistoryRights.seenBy(actor, kind)
                        : HistoryRights.seenBy(actor).and(Hanging.historyOf(kind, id));
    }

    /** A validation in the words of its index. */
    private static Condition isDoneBy(HistoryFilter.Act act) {
        return act == HistoryFilter.Act.VALIDATION
                ? HISTORY.ACTION
                        .eq(inline("update"))
                        .and(text(HISTORY.BEFORE, "validated").isDistinctFrom(text(HISTORY.AFTER, "validated")))
                : HISTORY.ACTION.eq(inline(act.name().toLowerCase(Locale.ROOT)));
    }
}
