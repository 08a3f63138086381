package org.jadhere.network.sightings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jadhere.platform.web.Texts;

/** Parses the instants of routers: ISO 8601, in Paris time without a zone, or seconds since 1970. */
final class SightingTime {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private SightingTime() {}

    /** @throws IllegalArgumentException for other text, and for local times that are ambiguous or do not exist */
    static Instant read(String text) {
        if (text.matches("\\d{9,10}")) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        try {
            var read = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant =
                    read instanceof OffsetDateTime with ? with.toInstant() : inParis(LocalDateTime.from(read));
            if (instant.getEpochSecond() >= 0) {
                return instant;
            }
        } catch (DateTimeException notInThisForm) {
            throw new IllegalArgumentException("not an instant like 2026-03-03T14:05+01:00: " + text, notInThisForm);
        }
        throw new IllegalArgumentException("before 1970: " + text);
    }

    private static Instant inParis(LocalDateTime local) {
        var offsets = Texts.PARIS.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 1 -> local.toInstant(offsets.getFirst());
            case 0 -> throw new IllegalArgumentException(local + " does not exist in Paris time: write the zone");
            default -> throw new IllegalArgumentException(local + " is ambiguous in Paris time: write the zone");
        };
    }
}
