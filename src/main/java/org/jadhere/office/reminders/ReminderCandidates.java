package org.jadhere.office.reminders;

import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.REMINDER;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jadhere.money.fees.MembershipFees;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.Members;
import org.jadhere.platform.db.tables.MembershipFee;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Sort;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** Finds the members whose fee ends around a day, by the index on the ends of fees. */
@Component
class ReminderCandidates {

    private static final Field<LocalDate> END = MembershipFees.end(MEMBERSHIP_FEE);
    private static final MembershipFee OTHER = MEMBERSHIP_FEE.as("other");
    private static final Field<LocalDate> OTHER_END = MembershipFees.end(OTHER);
    private static final Condition OF_SAME_MEMBER = OTHER.MEMBER_ID.eq(MEMBERSHIP_FEE.MEMBER_ID);

    /** A later fee that the bank crew has validated. */
    private static final Condition RENEWS = OF_SAME_MEMBER.and(OTHER.VALIDATED).and(OTHER_END.gt(END));

    private static final Field<LocalDate> RENEWED_UNTIL =
            field(select(max(OTHER_END)).from(OTHER).where(RENEWS)).as("renewed_until");

    /** This fee, or one that ends on the same day or later, waits for validation. */
    private static final Condition IS_WAITING = exists(selectOne()
            .from(OTHER)
            .where(OF_SAME_MEMBER)
            .and(OTHER.VALIDATED.isFalse())
            .and(OTHER_END.ge(END)));

    private static final Field<Boolean> WAITING = field(IS_WAITING).as("waiting");

    /** Selects one of several fees with the same end. */
    private static final Condition FIRST_OF_ITS_END = notExists(selectOne()
            .from(OTHER)
            .where(OF_SAME_MEMBER)
            .and(OTHER.ENDS_ON.eq(MEMBERSHIP_FEE.ENDS_ON))
            .and(OTHER.ID.lt(MEMBERSHIP_FEE.ID)));

    private final DSLContext db;

    ReminderCandidates(DSLContext db) {
        this.db = db;
    }

    private enum Order implements Sort {
        END_OF_FEE;

        @Override
        public By by() {
            return asc(END);
        }
    }

    /** Returns the members whose reminder is due, also those without an e-mail address. */
    Page<ReminderCandidate> due(ReminderSchedule schedule, Keyset place) {
        return page(schedule, isDue(schedule), place);
    }

    /** Returns the members whose fee ends around the day and whose reminder is not due. */
    Page<ReminderCandidate> others(ReminderSchedule schedule, Keyset place) {
        return page(schedule, isDue(schedule).not(), place);
    }

    private Page<ReminderCandidate> page(ReminderSchedule schedule, Condition which, Keyset place) {
        var listed = candidates(schedule)
                .and(isLastDayBetween(schedule.earliest(), schedule.latest()))
                .and(which);
        return place.page(listed, Order.END_OF_FEE, MEMBERSHIP_FEE.ID, row -> toCandidate(row, schedule));
    }

    /** Returns all members whose reminder is due, or those of a condition, at this moment. */
    List<ReminderCandidate> due(ReminderSchedule schedule, Condition whose) {
        return candidates(schedule)
                .and(isDue(schedule))
                .and(whose)
                .orderBy(END, MEMBERSHIP_FEE.ID)
                .fetch(row -> toCandidate(row, schedule));
    }

    private static Condition isDue(ReminderSchedule schedule) {
        return or(schedule.windows().stream()
                        .map(ReminderCandidates::isInWindow)
                        .toList())
                .and(MEMBER.LATEST_LEFT_ON.isNull())
                .and(IS_WAITING.not())
                .and(notExists(selectOne().from(OTHER).where(RENEWS)));
    }

    private static Condition isInWindow(ReminderSchedule.Window window) {
        return isLastDayBetween(window.first(), window.last())
                .and(notExists(selectOne().from(REMINDER).where(wasSent(window))));
    }

    /** Both days are included. The end of a fee is the day after its last day. */
    private static Condition isLastDayBetween(LocalDate first, LocalDate last) {
        return END.between(inline(first.plusDays(1)), inline(last.plusDays(1)));
    }

    /** Whether this reminder or a later one was sent. */
    private static Condition wasSent(ReminderSchedule.Window window) {
        return REMINDER.MEMBER_ID
                .eq(MEMBERSHIP_FEE.MEMBER_ID)
                .and(REMINDER.ENDS_ON.eq(MEMBERSHIP_FEE.ENDS_ON))
                .and(REMINDER.DAYS.ge(window.days()));
    }

    /** Selects when the current reminder was sent. */
    private static Field<Instant> remindedAt(ReminderSchedule schedule) {
        var windows = schedule.windows().stream()
                .map(window -> isLastDayBetween(window.first(), window.last()).and(wasSent(window)))
                .toList();
        return field(select(min(REMINDER.AT)).from(REMINDER).where(or(windows))).as("reminded_at");
    }

    private SelectConditionStep<Record> candidates(ReminderSchedule schedule) {
        return db.select(
                        MEMBERSHIP_FEE.ID,
                        MEMBERSHIP_FEE.ENDS_ON,
                        MEMBER.ID,
                        MEMBER.NUMBER,
                        MEMBER.LATEST_LEFT_ON,
                        ORGANISATION.EMAIL,
                        ORGANISATION.NAME)
                .select(Members.NAME, RENEWED_UNTIL, WAITING, MemberRecipients.PEOPLE, remindedAt(schedule))
                .from(MEMBERSHIP_FEE)
                .join(Members.WITH_HOLDER)
                .on(MEMBER.ID.eq(MEMBERSHIP_FEE.MEMBER_ID))
                .where(FIRST_OF_ITS_END);
    }

    private static ReminderCandidate toCandidate(Record row, ReminderSchedule schedule) {
        LocalDate left = row.get(MEMBER.LATEST_LEFT_ON);
        LocalDate renewed = row.get(RENEWED_UNTIL);
        return new ReminderCandidate(
                row.get(MEMBERSHIP_FEE.ID),
                new Member.Ref(row.get(MEMBER.ID), row.get(MEMBER.NUMBER), row.get(Members.NAME)),
                row.get(MEMBERSHIP_FEE.ENDS_ON).minusDays(1),
                left == null ? null : left.minusDays(1),
                row.get(WAITING),
                renewed == null ? null : renewed.minusDays(1),
                MemberRecipients.of(row),
                row.get(remindedAt(schedule)));
    }
}
