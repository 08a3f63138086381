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
 * The result of parsing a typed date and time. Without a zone the time is in Paris, where one hour a year occurs twice
 * and another one does not exist.
 */
public sealed interface ParsedInstant {

    /** The text denotes exactly one instant. */
    record Valid(Instant instant) implements ParsedInstant {}

    /** The local time occurred twice, with two offsets from UTC, when clocks went back. */
    record Ambiguous(LocalDateTime local, List<ZoneOffset> offsets) implements ParsedInstant {

        public Instant at(ZoneOffset offset) {
            return local.toInstant(offset);
        }
    }

    /** The local time was skipped when clocks went forward. */
    record Skipped(LocalDateTime local) implements ParsedInstant {}

    /** The text is not a date and time. */
    record Invalid() implements ParsedInstant {}

    // Legal requests quote instants in ISO 8601, in French notation or as web server logs do.
    List<DateTimeFormatter> FORMATS = List.of(
            format("uuuu-MM-dd['T'][ ]HH:mm[:ss]"),
            format("dd/MM/uuuu[ ]['T']HH:mm[:ss]"),
            format("dd/MMM/uuuu:HH:mm:ss"));

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .appendPattern("[.SSSSSS][.SSS][ ][XXX][XX][X]")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static ParsedInstant parse(String typed) {
        String text = typed.strip().replaceAll("\\s+", " ").replaceAll("(?i) ?(utc|gmt)$", "Z");
        for (DateTimeFormatter format : FORMATS) {
            try {
                return of(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
            } catch (DateTimeException otherFormat) {
                // the next format may fit
            }
        }
        return new Invalid();
    }

    private static ParsedInstant of(TemporalAccessor parsed) {
        var local = LocalDateTime.from(parsed);
        if (local.getYear() < 1970 || local.getYear() > 9998) {
            return new Invalid();
        }
        if (parsed instanceof OffsetDateTime zoned) {
            return new Valid(zoned.toInstant());
        }
        var offsets = Texts.PARIS.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> new Skipped(local);
            case 1 -> new Valid(local.toInstant(offsets.getFirst()));
            default -> new Ambiguous(local, offsets);
        };
    }
}
