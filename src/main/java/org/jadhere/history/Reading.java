package org.jadhere.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jadhere.db.Money;
import org.jadhere.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;

/**
 * How the values of a column are said.
 *
 * @param kind of the things that they name; none where they name none
 */
record Reading(@Nullable Kind kind, Voice voice) {

    static final Reading TEXT = new Reading((value, known) -> value);
    static final Reading SECRET = new Reading((value, known) -> Texts.t("history.secret"));
    static final Reading YES_OR_NO =
            new Reading((value, known) -> Texts.t(value.equals("true") ? "filter.yes" : "filter.no"));
    static final Reading MONEY = new Reading((value, known) -> Texts.money(Money.parse(value)));
    static final Reading DAY = new Reading((value, known) -> Texts.date(LocalDate.parse(value)));
    static final Reading DAY_BEFORE =
            new Reading((value, known) -> Texts.date(LocalDate.parse(value).minusDays(1)));
    static final Reading INSTANT =
            new Reading((value, known) -> Texts.time(OffsetDateTime.parse(value).toInstant()));

    static final Reading MILLISECONDS =
            new Reading((value, known) -> Texts.time(Instant.ofEpochMilli(Long.parseLong(value))));

    private Reading(Voice voice) {
        this(null, voice);
    }

    /** One of a few words, named by messages under a common prefix. */
    static Reading words(String prefix) {
        return new Reading((value, known) -> Texts.t(prefix + value));
    }

    static Reading thing(Kind kind) {
        return new Reading(kind, (value, known) -> known.name(kind, value));
    }

    /** What was written when the rules were others is said as it stands. */
    String say(String value, Known known) {
        try {
            return voice.say(value, known);
        } catch (DateTimeException | IllegalArgumentException | NoSuchMessageException e) {
            return value;
        }
    }

    /** Says a value in the reader's language. */
    @FunctionalInterface
    interface Voice {

        String say(String value, Known known);
    }
}
