package org.jadhere.people.members;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes people and organisations members, and changes the period of membership. */
@Component
public class MemberBook {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.of(
            "membership_dates", new RuleViolationException("left", "error.ends-before-start"),
            "membership_apart", new RuleViolationException("joined", "error.memberships-overlap"));

    private final DSLContext db;
    private final Clock clock;
    private final Members members;

    MemberBook(DSLContext db, Clock clock, Members members) {
        this.db = db;
        this.clock = clock;
        this.members = members;
    }

    /** Returns the id of the new member, or of the existing one if the holder has joined already. */
    @Transactional
    public long join(Actor actor, MemberHolder holder) {
        actor.must(actor.isCrew());
        boolean person = holder.kind() == MemberHolder.Kind.PERSON;
        boolean exists = person
                ? db.fetchExists(selectOne().from(APP_USER).where(APP_USER.ID.eq(holder.id())))
                : db.fetchExists(selectOne().from(ORGANISATION).where(ORGANISATION.ID.eq(holder.id())));
        if (!exists) {
            throw new NotFoundException();
        }
        db.insertInto(MEMBER)
                .set(person ? MEMBER.USER_ID : MEMBER.ORGANISATION_ID, holder.id())
                .onConflictDoNothing()
                .execute();
        long member = db.select(MEMBER.ID)
                .from(MEMBER)
                .where((person ? MEMBER.USER_ID : MEMBER.ORGANISATION_ID).eq(holder.id()))
                .fetchSingle()
                .value1();
        beginMembership(member, LocalDate.now(clock));
        return member;
    }

    /** What a fee or a request means for a membership. */
    public enum Return {
        /** The member has not left, or left later. */
        NONE,
        /** A former member comes back: a new period begins. */
        NEW_PERIOD,
        /** The former period ended the day before, and goes on. */
        PROLONGED
    }

    /** A former member comes back on a day. */
    @Transactional
    public Return comeBack(Actor actor, long memberId, LocalDate firstDay) {
        actor.must(actor.isCrew() || actor.isBank());
        return beginMembership(memberId, firstDay);
    }

    private Return beginMembership(long member, LocalDate firstDay) {
        lock(db, MEMBER.ID, member);
        var left = db.select(MEMBER.LATEST_JOINED_ON, MEMBER.LATEST_LEFT_ON)
                .from(MEMBER)
                .where(MEMBER.ID.eq(member))
                .fetchSingle();
        LocalDate end = left.get(MEMBER.LATEST_LEFT_ON);
        if (left.get(MEMBER.LATEST_JOINED_ON) != null && (end == null || end.isAfter(firstDay))) {
            return Return.NONE;
        }
        if (firstDay.equals(end)) {
            prolong(member, end);
            return Return.PROLONGED;
        }
        db.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.MEMBER_ID, member)
                .set(MEMBERSHIP.JOINED_ON, firstDay)
                .execute();
        return end == null ? Return.NONE : Return.NEW_PERIOD;
    }

    private void prolong(long member, LocalDate end) {
        db.update(MEMBERSHIP)
                .setNull(MEMBERSHIP.LEFT_ON)
                .where(MEMBERSHIP.MEMBER_ID.eq(member))
                .and(MEMBERSHIP.LEFT_ON.eq(end))
                .execute();
    }

    /** Corrects the latest period, or ends it when a member leaves; only administrators may. */
    @Transactional
    public void setPeriod(Actor actor, long memberId, Period membership, FormSnapshot seen) {
        actor.must(actor.superuser());
        lock(db, MEMBER.ID, memberId);
        var member = members.find(actor, memberId).orElseThrow(NotFoundException::new);
        seen.requireUnchanged(fields(member));
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(MEMBERSHIP)
                        .set(MEMBERSHIP.JOINED_ON, membership.start())
                        .set(MEMBERSHIP.LEFT_ON, membership.end())
                        .where(MEMBERSHIP.MEMBER_ID.eq(memberId))
                        .and(MEMBERSHIP.JOINED_ON.eq(member.membership().start()))
                        .execute());
    }

    /** Reads the first and the last day of membership, both inclusive in the form. */
    public static Period period(Form form) {
        form.required("joined");
        return form.period("joined", "left");
    }

    public static Map<String, String> fields(Member member) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("joined", Objects.toString(member.membership().start(), ""));
        fields.put("left", Objects.toString(member.membership().lastDay(), ""));
        return fields;
    }
}
