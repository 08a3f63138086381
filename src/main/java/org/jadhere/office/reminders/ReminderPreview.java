package org.jadhere.office.reminders;

import static org.jadhere.platform.web.Texts.date;
import static org.jadhere.platform.web.Texts.list;
import static org.jadhere.platform.web.Texts.minute;
import static org.jadhere.platform.web.Texts.t;

import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.people.mail.MailRecipient;

/** Describes the reminders of a day. */
public record ReminderPreview(ReminderSchedule schedule) {

    public LocalDate day() {
        return schedule.today();
    }

    /** Returns a text like "30 days before the end, 7 days after"; empty if no days are set. */
    public String days() {
        return list(schedule.remindOn().stream().map(ReminderPreview::distance).toList());
    }

    private static String distance(int days) {
        return days == 0
                ? t("reminder.on-the-day")
                : days < 0 ? t("reminder.before", -days) : t("reminder.after", days);
    }

    /** Explains whether and why this member is reminded on that day, or why not. */
    public String why(ReminderCandidate candidate) {
        var verdict = candidate.verdict(schedule);
        return switch (verdict) {
            case DUE -> due(candidate);
            case RESIGNED -> t("reminder.verdict.resigned", date(candidate.resigned()));
            case RENEWED ->
                Objects.requireNonNull(candidate.renewedUntil()).getYear() == 9999
                        ? t("reminder.verdict.renewed-for-ever")
                        : t("reminder.verdict.renewed", date(candidate.renewedUntil()));
            case WAITING -> t("reminder.verdict.waiting");
            case SENT -> t("reminder.verdict.sent", minute(candidate.remindedAt()));
            case NO_ADDRESS -> t("reminder.verdict.no-address");
            case LATER ->
                t(
                        "reminder.verdict.later",
                        date(schedule.nextDay(candidate.lastDay()).orElseThrow()));
            case OVER -> t("reminder.verdict.over");
        };
    }

    private String due(ReminderCandidate candidate) {
        int days = schedule.due(candidate.lastDay()).orElseThrow();
        var emails = candidate.recipients().stream().map(MailRecipient::email).toList();
        return t("reminder.verdict.due", distance(days), list(emails));
    }
}
