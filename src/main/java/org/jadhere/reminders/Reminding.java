package org.jadhere.reminders;

import static org.jadhere.db.Pg.lock;
import static org.jadhere.db.Tables.MEMBER;
import static org.jadhere.db.Tables.REMINDER;
import static org.jooq.impl.DSL.trueCondition;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jadhere.association.Associations;
import org.jadhere.mail.Addressee;
import org.jadhere.mail.Letter;
import org.jadhere.mail.LetterKind;
import org.jadhere.mail.Postbox;
import org.jadhere.web.Texts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sends the reminders that are due, each once. */
@Component
class Reminding {

    private final DSLContext db;
    private final Associations associations;
    private final Candidates candidates;
    private final Postbox postbox;
    private final TransactionOperations transaction;

    Reminding(
            DSLContext db,
            Associations associations,
            Candidates candidates,
            Postbox postbox,
            TransactionOperations transaction) {
        this.db = db;
        this.associations = associations;
        this.candidates = candidates;
        this.postbox = postbox;
        this.transaction = transaction;
    }

    Schedule schedule(LocalDate day) {
        return new Schedule(day, associations.current().remindOn());
    }

    /** How many members were written to. One transaction each: who pays in the meantime is spared. */
    int sendAll(LocalDate today) {
        var schedule = schedule(today);
        return candidates.due(schedule, trueCondition()).stream()
                .filter(candidate -> !candidate.readers().isEmpty())
                .mapToInt(candidate -> transaction.execute(status -> send(schedule, candidate)))
                .sum();
    }

    private int send(Schedule schedule, Candidate seen) {
        long memberId = seen.member().id();
        lock(db, MEMBER.ID, memberId);
        var still = candidates.due(schedule, MEMBER.ID.eq(memberId)).stream()
                .filter(candidate -> candidate.feeId() == seen.feeId())
                .toList();
        still.forEach(
                candidate -> send(candidate, schedule.due(candidate.lastDay()).orElseThrow()));
        return still.size();
    }

    private void send(Candidate candidate, int days) {
        var sent = db.insertInto(REMINDER)
                .set(REMINDER.MEMBER_ID, candidate.member().id())
                .set(REMINDER.ENDS_ON, candidate.lastDay().plusDays(1))
                .set(REMINDER.DAYS, days)
                .set(REMINDER.RECIPIENTS, addresses(candidate))
                .onConflictDoNothing()
                .execute();
        if (sent == 1) {
            candidate.readers().forEach(reader -> postbox.post(letter(candidate, days, reader)));
        }
    }

    private static String addresses(Candidate candidate) {
        return candidate.readers().stream().map(Addressee::email).collect(Collectors.joining(", "));
    }

    private static Letter letter(Candidate candidate, int days, Addressee reader) {
        String lastDay = Texts.in(Locale.forLanguageTag(reader.language()), () -> Texts.fullDate(candidate.lastDay()));
        return new Letter(
                days > 0 ? LetterKind.FEE_ENDED : LetterKind.FEE_ENDING,
                reader,
                List.of(candidate.member().name(), lastDay),
                "/me");
    }
}
