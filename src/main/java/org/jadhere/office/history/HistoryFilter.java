package org.jadhere.office.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jadhere.platform.db.Word;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the history.
 *
 * @param q a part of the actor's name at that time
 * @param id the id of a row, which needs its table: this row and its related rows
 * @param from the first instant that is included
 * @param until the first instant that is not included
 */
record HistoryFilter(
        @Nullable String q,
        @Nullable Long actor,
        @Nullable TrackedTable table,
        @Nullable Long id,
        @Nullable Act act,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** The acts that the list can be filtered by. */
    enum Act implements Word {
        INSERT,
        UPDATE,
        DELETE,
        VALIDATION
    }

    static HistoryFilter of(Form form) {
        return new HistoryFilter(
                form.text("q"),
                form.number("actor"),
                form.choice("kind", TrackedTable.class),
                form.number("id"),
                form.choice("action", Act.class),
                midnight(form.date("from"), 0),
                midnight(form.date("to"), 1));
    }

    private static @Nullable Instant midnight(@Nullable LocalDate day, int daysLater) {
        return day == null
                ? null
                : day.plusDays(daysLater).atStartOfDay(Texts.PARIS).toInstant();
    }
}
