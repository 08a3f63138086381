package org.jadhere.office.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the history can be narrowed by.
 *
 * @param q a fragment of the name that the actor had
 * @param id of the thing, which needs its kind: this thing and what hangs on it
 * @param from the first instant
 * @param until the first instant no more
 */
record HistoryFilter(
        @Nullable String q,
        @Nullable Long actor,
        @Nullable TrackedTable kind,
        @Nullable Long id,
        @Nullable Act act,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** What was done, as far as a list can be narrowed to it. */
    enum Act {
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

    private static @Nullable Instant midnight(@Nullable LocalDate day, int later) {
        return day == null
                ? null
                : day.plusDays(later).atStartOfDay(Texts.PARIS).toInstant();
    }
}
