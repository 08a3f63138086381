package org.jadhere.money.fees;

import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberRights;
import org.jadhere.people.members.Members;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads fees. Each method returns only fees of members that the actor sees. */
@Component
public class MembershipFees {

    private final DSLContext db;
    private final Clock clock;

    MembershipFees(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<MembershipFee> find(Actor actor, long id) {
        return fees().where(MEMBERSHIP_FEE.ID.eq(id))
                .and(MemberRights.membersSeenBy(actor))
                .fetchOptional(MembershipFees::toFee);
    }

    @StandbyRead
    public Page<MembershipFee> page(Actor actor, MembershipFeeFilter filter, Keyset keyset) {
        return keyset.page(listed(actor, filter), filter.order(), MEMBERSHIP_FEE.ID, MembershipFees::toFee);
    }

    /** Passes all fees that match to the consumer, in the order of the list. */
    @StandbyRead
    @Transactional(readOnly = true)
    public void each(Actor actor, MembershipFeeFilter filter, Consumer<MembershipFee> consumer) {
        Keyset.each(listed(actor, filter), filter.order(), MEMBERSHIP_FEE.ID, MembershipFees::toFee, consumer);
    }

    private SelectConditionStep<Record> listed(Actor actor, MembershipFeeFilter filter) {
        return fees().where(MemberRights.membersSeenBy(actor)).and(matching(filter));
    }

    /** All fees of a member, the latest first. */
    public List<MembershipFee> of(Actor actor, Member member) {
        return fees().where(MEMBERSHIP_FEE.MEMBER_ID.eq(member.id()))
                .and(MemberRights.membersSeenBy(actor))
                .orderBy(MEMBERSHIP_FEE.STARTS_ON.desc(), MEMBERSHIP_FEE.ID.desc())
                .fetch(MembershipFees::toFee);
    }

    /** The fees of the actor and of the organisations that the actor represents, the latest first. */
    public List<MembershipFee> ownedBy(Actor actor) {
        return fees().where(MemberRights.membersOf(actor))
                .orderBy(MEMBERSHIP_FEE.STARTS_ON.desc(), MEMBERSHIP_FEE.ID.desc())
                .fetch(MembershipFees::toFee);
    }

    /** One of the fees that {@link #ownedBy(Actor)} returns. */
    public Optional<MembershipFee> ownedBy(Actor actor, long id) {
        return fees().where(MEMBERSHIP_FEE.ID.eq(id))
                .and(MemberRights.membersOf(actor))
                .fetchOptional(MembershipFees::toFee);
    }

    /** The end of a fee, in the expression of the index; fees without an end sort last. */
    public static Field<LocalDate> end(org.jadhere.platform.db.tables.MembershipFee fee) {
        return coalesce(fee.ENDS_ON, inline(LocalDate.of(9999, 12, 31)));
    }

    private SelectOnConditionStep<Record> fees() {
        return db.select(MEMBERSHIP_FEE.asterisk(), MEMBER.NUMBER, Members.NAME)
                .from(MEMBERSHIP_FEE)
                .join(Members.WITH_HOLDER)
                .on(MEMBER.ID.eq(MEMBERSHIP_FEE.MEMBER_ID));
    }

    Condition matching(MembershipFeeFilter filter) {
        return and(
                given(
                        filter.q(),
                        typed -> MEMBERSHIP_FEE.MEMBER_ID.in(
                                select(MEMBER.ID).from(MEMBER).where(Members.matches(typed)))),
                given(filter.method(), method -> MEMBERSHIP_FEE.METHOD.eq(method.word())),
                given(
                        filter.validated(),
                        validated ->
                                validated ? MEMBERSHIP_FEE.VALIDATED.isTrue() : MEMBERSHIP_FEE.VALIDATED.isFalse()),
                given(filter.from(), MEMBERSHIP_FEE.STARTS_ON::ge),
                given(filter.to(), MEMBERSHIP_FEE.STARTS_ON::le),
                given(filter.least(), MEMBERSHIP_FEE.AMOUNT::ge),
                given(filter.most(), MEMBERSHIP_FEE.AMOUNT::le),
                given(filter.renewal(), this::isDue));
    }

    /** The end is the day after the last day. */
    private Condition isDue(MembershipFeeFilter.Renewal renewal) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = renewal == MembershipFeeFilter.Renewal.SOON ? today.plusDays(1) : today.minusDays(59);
        LocalDate last = renewal == MembershipFeeFilter.Renewal.SOON ? today.plusDays(31) : today;
        var longer = MEMBERSHIP_FEE.as("longer");
        return and(
                MembershipFeeFilter.Order.end().between(first, last),
                MEMBER.LATEST_LEFT_ON.isNull().or(MEMBER.LATEST_LEFT_ON.gt(today)),
                notExists(selectOne()
                        .from(longer)
                        .where(longer.MEMBER_ID.eq(MEMBERSHIP_FEE.MEMBER_ID))
                        .and(longer.ENDS_ON.isNull().or(longer.ENDS_ON.gt(MEMBERSHIP_FEE.ENDS_ON)))));
    }

    private static MembershipFee toFee(Record row) {
        return new MembershipFee(
                row.get(MEMBERSHIP_FEE.ID),
                new Member.Ref(row.get(MEMBERSHIP_FEE.MEMBER_ID), row.get(MEMBER.NUMBER), row.get(Members.NAME)),
                row.get(MEMBERSHIP_FEE.AMOUNT),
                PaymentMethod.of(row.get(MEMBERSHIP_FEE.METHOD)),
                new Period(row.get(MEMBERSHIP_FEE.STARTS_ON), row.get(MEMBERSHIP_FEE.ENDS_ON)),
                row.get(MEMBERSHIP_FEE.PAID_ON),
                row.get(MEMBERSHIP_FEE.VALIDATED),
                row.get(MEMBERSHIP_FEE.NOTE));
    }
}
