package org.jadhere.office.reminders;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.REMINDER;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jadhere.people.association.Associations;
import org.jadhere.people.mail.MailRecipient;
import org.jadhere.people.mail.Notification;
import org.jadhere.people.mail.NotificationKind;
import org.jadhere.people.mail.Outbox;
import org.jadhere.platform.web.Texts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sends the reminders that are due, each once. */
@Component
class Reminders {

    private final DSLContext db;
    private final Associations associations;
    private final ReminderCandidates candidates;
    private final Outbox outbox;
    private final TransactionOperations transaction;

    Reminders(
            DSLContext db,
            Associations associations,
            ReminderCandidates candidates,
            Outbox outbox,
            TransactionOperations transaction) {
        this.db = db;
        this.associations = associations;
        this.candidates = candidates;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    ReminderSchedule schedule(LocalDate day) {
        return new ReminderSchedule(day, associations.current().remindOn());
    }

    /** Reminds each member in a transaction that checks again whether the reminder is due. Returns their number. */
    int sendAll(LocalDate today) {
        var schedule = schedule(today);
        return candidates.due(schedule, trueCondition()).stream()
                .filter(candidate -> !candidate.recipients().isEmpty())
                .mapToInt(candidate -> transaction.execute(status -> send(schedule, candidate)))
                .sum();
    }

    private int send(ReminderSchedule schedule, ReminderCandidate selected) {
        long memberId = selected.member().id();
        lock(db, MEMBER.ID, memberId);
        var due = candidates.due(schedule, MEMBER.ID.eq(memberId)).stream()
                .filter(candidate -> candidate.feeId() == selected.feeId())
                .toList();
        due.forEach(
                candidate -> send(candidate, schedule.due(candidate.lastDay()).orElseThrow()));
        return due.size();
    }

    private void send(ReminderCandidate candidate, int days) {
        var sent = db.insertInto(REMINDER)
                .set(REMINDER.MEMBER_ID, candidate.member().id())
                .set(REMINDER.ENDS_ON, candidate.lastDay().plusDays(1))
                .set(REMINDER.DAYS, days)
                .set(REMINDER.RECIPIENTS, addresses(candidate))
                .onConflictDoNothing()
                .execute();
        if (sent == 1) {
            candidate.recipients().forEach(recipient -> outbox.post(notification(candidate, days, recipient)));
        }
    }

    private static String addresses(ReminderCandidate candidate) {
        return candidate.recipients().stream().map(MailRecipient::email).collect(Collectors.joining(", "));
    }

    private static Notification notification(ReminderCandidate candidate, int days, MailRecipient recipient) {
        String lastDay =
                Texts.in(Locale.forLanguageTag(recipient.language()), () -> Texts.fullDate(candidate.lastDay()));
        return new Notification(
                days > 0 ? NotificationKind.FEE_ENDED : NotificationKind.FEE_ENDING,
                recipient,
                List.of(candidate.member().name(), lastDay),
                "/me");
    }
}
