package org.jadhere.office.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.members.Member;
import org.jspecify.annotations.Nullable;

/**
 * A member whose fee ends, with the facts that decide whether they are reminded.
 *
 * @param lastDay the last day that the fee covers
 * @param resigned the last day of the member; null for current members
 * @param waiting whether a fee waits for validation
 * @param renewedUntil the last day of a later, validated fee; in the year 9999 if it has no end
 * @param recipients the recipients of the reminder
 * @param remindedAt when this reminder was sent
 */
public record ReminderCandidate(
        long feeId,
        Member.Ref member,
        LocalDate lastDay,
        @Nullable LocalDate resigned,
        boolean waiting,
        @Nullable LocalDate renewedUntil,
        List<MailRecipient> recipients,
        @Nullable Instant remindedAt) {

    public ReminderCandidate {
        recipients = List.copyOf(recipients);
    }

    /** Whether the member is reminded, or why not: the first reason that applies. */
    public enum Verdict {
        DUE,
        RESIGNED,
        RENEWED,
        WAITING,
        SENT,
        NO_ADDRESS,
        LATER,
        OVER
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
        return recipients.isEmpty() ? Verdict.NO_ADDRESS : Verdict.DUE;
    }
}
