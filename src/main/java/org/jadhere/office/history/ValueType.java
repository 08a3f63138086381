package org.jadhere.office.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;

/**
 * How the values of a column are displayed.
 *
 * @param references the table that the values refer to; null for plain values
 */
record ValueType(@Nullable TrackedTable references, Formatter formatter) {

    static final ValueType TEXT = new ValueType((value, known) -> value);
    static final ValueType SECRET = new ValueType((value, known) -> Texts.t("history.secret"));
    static final ValueType YES_OR_NO =
            new ValueType((value, known) -> Texts.t(value.equals("true") ? "filter.yes" : "filter.no"));
    static final ValueType MONEY = new ValueType((value, known) -> Texts.money(Money.parse(value)));
    static final ValueType DAY = new ValueType((value, known) -> Texts.date(LocalDate.parse(value)));
    static final ValueType DAY_BEFORE =
            new ValueType((value, known) -> Texts.date(LocalDate.parse(value).minusDays(1)));
    static final ValueType INSTANT = new ValueType(
            (value, known) -> Texts.time(OffsetDateTime.parse(value).toInstant()));

    static final ValueType MILLISECONDS =
            new ValueType((value, known) -> Texts.time(Instant.ofEpochMilli(Long.parseLong(value))));

    private ValueType(Formatter formatter) {
        this(null, formatter);
    }

    /** A constant, displayed by the message with this prefix and the constant. */
    static ValueType words(String prefix) {
        return new ValueType((value, known) -> Texts.t(prefix + value));
    }

    static ValueType reference(TrackedTable table) {
        return new ValueType(table, (value, known) -> known.name(table, value));
    }

    /** Returns the text as it is if it cannot be read, since the rules may have been others when it was stored. */
    String format(String value, KnownNames known) {
        try {
            return formatter.format(value, known);
        } catch (DateTimeException | IllegalArgumentException | NoSuchMessageException e) {
            return value;
        }
    }

    @FunctionalInterface
    interface Formatter {

        String format(String value, KnownNames known);
    }
}
