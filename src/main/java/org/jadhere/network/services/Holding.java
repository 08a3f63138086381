package org.jadhere.network.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Period;
import org.jspecify.annotations.Nullable;

/**
 * The period in which a member held a service. Two holdings of a service never overlap; days between them are days
 * without a member.
 *
 * @param period half-open, within the period of the service; it always has a start
 * @param knownSince when the start was recorded, or last corrected
 * @param endKnownSince when the end was recorded; null without an end
 */
public record Holding(
        long id,
        Member.Ref member,
        Period period,
        Instant knownSince,
        @Nullable Instant endKnownSince) {

    public boolean covers(LocalDate day) {
        return period.covers(day);
    }

    /** Whether it ended on this day or before. */
    boolean isOver(LocalDate day) {
        LocalDate end = period.end();
        return end != null && !day.isBefore(end);
    }

    public LocalDate start() {
        return Objects.requireNonNull(period.start());
    }
}
