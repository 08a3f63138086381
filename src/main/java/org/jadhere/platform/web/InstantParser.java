package org.jadhere.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * An instant as people write it: with a zone, or without one and then in Paris, where on one night a year an hour
 * happens twice and on another an hour does not happen.
 */
public sealed interface InstantParser {

    /** It is clear which one is meant. */
    record Known(Instant instant) implements InstantParser {}

    /** Clocks showed it twice: which of the offsets from UTC was meant has to be asked. */
    record Twice(LocalDateTime local, List<ZoneOffset> offsets) implements InstantParser {

        public Instant at(ZoneOffset offset) {
            return local.toInstant(offset);
        }
    }

    /** Clocks never showed it. */
    record Never(LocalDateTime local) implements InstantParser {}

    /** Not a date and a time. */
    record Unreadable() implements InstantParser {}

    // Requests quote instants as ISO 8601, as logs of web servers do, or as people do in France.
    List<DateTimeFormatter> FORMS = List.of(
            form("uuuu-MM-dd['T'][ ]HH:mm[:ss]"), form("dd/MM/uuuu[ ]['T']HH:mm[:ss]"), form("dd/MMM/uuuu:HH:mm:ss"));

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .appendPattern("[.SSSSSS][.SSS][ ][XXX][XX][X]")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static InstantParser read(String typed) {
        String text = typed.strip().replaceAll("\\s+", " ").replaceAll("(?i) ?(utc|gmt)$", "Z");
        for (DateTimeFormatter form : FORMS) {
            try {
                return of(form.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
            } catch (DateTimeException notInThisForm) {
                // the next form may fit
            }
        }
        return new Unreadable();
    }

    private static InstantParser of(TemporalAccessor read) {
        if (read instanceof OffsetDateTime with) {
            return inReach(with.getYear()) ? new Known(with.toInstant()) : new Unreadable();
        }
        var local = LocalDateTime.from(read);
        var offsets = Texts.PARIS.getRules().getValidOffsets(local);
        if (!inReach(local.getYear())) {
            return new Unreadable();
        }
        return switch (offsets.size()) {
            case 0 -> new Never(local);
            case 1 -> new Known(local.toInstant(offsets.getFirst()));
            default -> new Twice(local, offsets);
        };
    }

    /** Years that the database, and everybody, understands. */
    private static boolean inReach(int year) {
        return year >= 1970 && year <= 9998;
    }
}
