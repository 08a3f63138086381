package org.jadhere.office.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.members.Member;
import org.jspecify.annotations.Nullable;

/**
 * A member whose fee ends, with all that says whether they are reminded.
 *
 * @param lastDay the last day that is covered
 * @param resigned the last day of the membership; none while it goes on
 * @param waiting whether a fee waits for validation
 * @param renewedUntil the last day of a later, validated fee; the year 9999 where it has none
 * @param readers whom to write to
 * @param remindedAt when this reminder was sent
 */
public record ReminderCandidate(
        long feeId,
        Member.Ref member,
        LocalDate lastDay,
        @Nullable LocalDate resigned,
        boolean waiting,
        @Nullable LocalDate renewedUntil,
        List<MailRecipient> readers,
        @Nullable Instant remindedAt) {

    public ReminderCandidate {
        readers = List.copyOf(readers);
    }

    /** Whether they get a reminder, or why not; the first that applies. */
    public enum Verdict {
        DUE,
        RESIGNED,
        RENEWED,
        WAITING,
        SENT,
        NO_ADDRESS,
        LATER,
        OVER;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Verdict verdict(ReminderSchedule schedule) {
        if (resigned != null) {
            return Verdict.RESIGNED;
        }
        if (renewedUntil != null) {
            return Verdict.RENEWED;
        }
        if (waiting) {
            return Verdict.WAITING;
        }
        if (remindedAt != null) {
            return Verdict.SENT;
        }
        if (schedule.due(lastDay).isEmpty()) {
            return schedule.nextDay(lastDay).isPresent() ? Verdict.LATER : Verdict.OVER;
        }
        return readers.isEmpty() ? Verdict.NO_ADDRESS : Verdict.DUE;
    }
}
