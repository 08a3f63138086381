package org.jadhere.network.services;

import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sort;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The filter and the order of the list of services.
 *
 * @param figure services that the statistics count in this figure
 * @param at the day of the figure; null for today
 */
public record ServiceFilter(
        @Nullable String q,
        @Nullable Long type,
        @Nullable State state,
        @Nullable Boolean assigned,
        @Nullable Figure figure,
        @Nullable LocalDate at,
        Order order) {

    /** The figures of the statistics, which link to this list. */
    public enum Figure {
        ACTIVE,
        WITHOUT_MEMBER,
        PAYING,
        FREE,
        NOT_PAYING
    }

    /** The state of a service today. */
    public enum State {
        /** Running or not yet begun. */
        OPEN,
        ACTIVE,
        /** Without a first day, for a future member. */
        PREPARED,
        NOT_YET,
        ENDED
    }

    public static ServiceFilter of(Form form) {
        return new ServiceFilter(
                form.text("q"),
                form.number("type"),
                form.choice("state", State.class),
                form.flag("member"),
                form.choice("figure", Figure.class),
                form.date("at"),
                Objects.requireNonNullElse(form.choice("sort", Order.class), Order.LABEL));
    }

    /** The orders of the list. By start, services without a first day come last. */
    public enum Order implements Sort {
        LABEL(asc(SERVICE.SORT_LABEL)),
        LABEL_DESC(desc(SERVICE.SORT_LABEL)),
        START(asc(start())),
        START_DESC(desc(start()));

        private final By by;

        Order(By by) {
            this.by = by;
        }

        /** The expression of the index. */
        private static Field<LocalDate> start() {
            return coalesce(SERVICE.STARTS_ON, inline(LocalDate.of(9999, 12, 31)));
        }

        @Override
        public By by() {
            return by;
        }
    }
}
