package org.jadhere.platform.db;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A half-open range of days: from {@code start}, until the day before {@code end}. Without an end it continues; without
 * a start (a service prepared in advance) it contains no day.
 */
public record Period(@Nullable LocalDate start, @Nullable LocalDate end) {

    public static final Period NOT_STARTED = new Period(null, null);

    public Period {
        if (start != null && end != null && !end.isAfter(start)) {
            throw new IllegalArgumentException("ends before it starts: %s, %s".formatted(start, end));
        }
    }

    public static Period from(LocalDate start) {
        return new Period(start, null);
    }

    public boolean covers(LocalDate day) {
        return start != null && !day.isBefore(start) && (end == null || day.isBefore(end));
    }

    /** The last day of the period; null without an end. */
    public @Nullable LocalDate lastDay() {
        return end == null ? null : end.minusDays(1);
    }

    /** The period from a first to a last day, both included. */
    public static Period ofDays(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        return new Period(firstDay, lastDay == null ? null : lastDay.plusDays(1));
    }
}
