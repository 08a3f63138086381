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
 * How the values of a column are said.
 *
 * @param kind of the things that they name; none where they name none
 */
record ValueType(@Nullable TrackedTable kind, Voice voice) {

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

    private ValueType(Voice voice) {
        this(null, voice);
    }

    /** One of a few words, named by messages under a common prefix. */
    static ValueType words(String prefix) {
        return new ValueType((value, known) -> Texts.t(prefix + value));
    }

    static ValueType thing(TrackedTable kind) {
        return new ValueType(kind, (value, known) -> known.name(kind, value));
    }

    /** What was written when the rules were others is said as it stands. */
    String say(String value, KnownNames known) {
        try {
            return voice.say(value, known);
        } catch (DateTimeException | IllegalArgumentException | NoSuchMessageException e) {
            return value;
        }
    }

    /** Says a value in the reader's language. */
    @FunctionalInterface
    interface Voice {

        String say(String value, KnownNames known);
    }
}
