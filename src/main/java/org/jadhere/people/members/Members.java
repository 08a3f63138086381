package org.jadhere.people.members;

import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.MEMBERSHIP_FEE;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trim;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads members, limited to those that the actor may see. */
@Component
public class Members {

    /** Members joined with their user or organisation; other lists join it to show names. */
    public static final Table<Record> WITH_HOLDER = MEMBER.leftJoin(APP_USER)
            .on(APP_USER.ID.eq(MEMBER.USER_ID))
            .leftJoin(ORGANISATION)
            .on(ORGANISATION.ID.eq(MEMBER.ORGANISATION_ID));

    /** The holder's name, of {@link #WITH_HOLDER}. */
    public static final Field<String> NAME = coalesce(
                    ORGANISATION.NAME,
                    nullif(trim(concat(APP_USER.FIRST_NAME, inline(" "), APP_USER.LAST_NAME)), inline("")),
                    APP_USER.USERNAME)
            .as("holder_name");

    /** The columns of {@link #WITH_HOLDER} that {@link #toRef} reads. */
    public static final List<SelectField<?>> REF = List.of(MEMBER.ID, MEMBER.NUMBER, NAME);

    private static final Field<LocalDate> COVERED_UNTIL = field(select(max(MEMBERSHIP_FEE.ENDS_ON))
                    .from(MEMBERSHIP_FEE)
                    .where(MEMBERSHIP_FEE.MEMBER_ID.eq(MEMBER.ID)))
            .as("covered_until");

    private final DSLContext db;
    private final Clock clock;
    private final MemberServices services;

    public Members(DSLContext db, Clock clock, MemberServices services) {
        this.db = db;
        this.clock = clock;
        this.services = services;
    }

    /**
     * A member in the list.
     *
     * @param lastDayCovered by any fee; null without one
     */
    public record Line(Member member, @Nullable LocalDate lastDayCovered) {}

    public Optional<Member> find(Actor actor, long id) {
        return db.select(MEMBER.asterisk(), NAME)
                .from(WITH_HOLDER)
                .where(MEMBER.ID.eq(id))
                .and(MemberRights.membersSeenBy(actor))
                .fetchOptional(Members::toMember);
    }

    /** The member of a user or an organisation; empty if they have not joined. */
    public Optional<Member> of(Actor actor, MemberHolder holder) {
        return db.select(MEMBER.asterisk(), NAME)
                .from(WITH_HOLDER)
                .where(
                        holder.kind() == MemberHolder.Kind.PERSON
                                ? MEMBER.USER_ID.eq(holder.id())
                                : MEMBER.ORGANISATION_ID.eq(holder.id()))
                .and(MemberRights.membersSeenBy(actor).or(MemberRights.membersOf(actor)))
                .fetchOptional(Members::toMember);
    }

    /** The actor's own member first, then those of the organisations they act for. */
    public List<Member> ownedBy(Actor actor) {
        return db.select(MEMBER.asterisk(), NAME)
                .from(WITH_HOLDER)
                .where(MemberRights.membersOf(actor))
                .orderBy(MEMBER.USER_ID.asc().nullsLast(), MEMBER.SORT_NAME, MEMBER.ID)
                .fetch(Members::toMember);
    }

    @StandbyRead
    public Page<Line> page(Actor actor, MemberFilter filter, Keyset place) {
        return place.page(listed(actor, filter), filter.order(), MEMBER.ID, Members::toLine);
    }

    /** All members that the pages show, in the same order. */
    @StandbyRead
    @Transactional(readOnly = true)
    public void each(Actor actor, MemberFilter filter, Consumer<Line> line) {
        Keyset.each(listed(actor, filter), filter.order(), MEMBER.ID, Members::toLine, line);
    }

    private SelectConditionStep<Record> listed(Actor actor, MemberFilter filter) {
        return db.select(MEMBER.asterisk(), NAME, COVERED_UNTIL)
                .from(WITH_HOLDER)
                .where(MemberRights.membersSeenBy(actor))
                .and(matching(actor, filter));
    }

    private static Line toLine(Record row) {
        return new Line(toMember(row), new Period(null, row.get(COVERED_UNTIL)).lastDay());
    }

    private Condition matching(Actor actor, MemberFilter filter) {
        return and(
                given(filter.q(), Members::matches),
                given(
                        filter.kind(),
                        kind -> kind == MemberHolder.Kind.ORGANISATION
                                ? MEMBER.ORGANISATION_ID.isNotNull()
                                : MEMBER.USER_ID.isNotNull()),
                given(filter.current(), this::isCurrent),
                given(filter.fee(), fee -> hasFee(actor, fee)));
    }

    /** Matches the number if the text is digits, else any part of the name. */
    public static Condition matches(String typed) {
        return typed.matches("#?\\d{1,9}")
                ? MEMBER.NUMBER.eq(Integer.valueOf(typed.replace("#", "")))
                : containsWords(MEMBER.SORT_NAME, typed);
    }

    private Condition isCurrent(boolean current) {
        Condition left = MEMBER.LATEST_LEFT_ON.le(LocalDate.now(clock));
        return current ? MEMBER.LATEST_LEFT_ON.isNull().or(left.not()) : left;
    }

    private Condition hasFee(Actor actor, MemberFilter.Fee fee) {
        LocalDate today = LocalDate.now(clock);
        var covered = exists(selectOne()
                .from(MEMBERSHIP_FEE)
                .where(MEMBERSHIP_FEE.MEMBER_ID.eq(MEMBER.ID))
                .and(MEMBERSHIP_FEE.STARTS_ON.le(today))
                .and(MEMBERSHIP_FEE.ENDS_ON.isNull().or(MEMBERSHIP_FEE.ENDS_ON.gt(today))));
        return isCurrent(true)
                .and(
                        switch (fee) {
                            case VALID -> covered;
                            case MISSING -> covered.not();
                            case MISSING_WITH_SERVICE -> covered.not().and(services.running(actor));
                        });
    }

    static Member toMember(Record row) {
        Long userId = row.get(MEMBER.USER_ID);
        return new Member(
                row.get(MEMBER.ID),
                row.get(MEMBER.NUMBER),
                userId == null
                        ? new MemberHolder(MemberHolder.Kind.ORGANISATION, row.get(MEMBER.ORGANISATION_ID))
                        : new MemberHolder(MemberHolder.Kind.PERSON, userId),
                row.get(NAME),
                new Period(row.get(MEMBER.LATEST_JOINED_ON), row.get(MEMBER.LATEST_LEFT_ON)));
    }

    /** From a row with {@link #REF}; null without a member. */
    public static Member.@Nullable Ref toRef(Record row) {
        Long id = row.get(MEMBER.ID);
        return id == null ? null : new Member.Ref(id, row.get(MEMBER.NUMBER), row.get(NAME));
    }
}
