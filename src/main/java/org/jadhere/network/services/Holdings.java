package org.jadhere.network.services;

import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberRights;
import org.jadhere.people.members.Members;
import org.jadhere.platform.db.Period;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads who held which service, and when; limited to the services that the user may see. */
@Component
public class Holdings {

    /** The holding that a list of services shows; see {@link #shownOn}. */
    static final org.jadhere.platform.db.tables.Holding SHOWN = HOLDING.as("shown_holding");

    private final DSLContext db;

    Holdings(DSLContext db) {
        this.db = db;
    }

    /** A holding with its service. */
    public record OfService(Service.Ref service, Holding holding) {}

    /** The holdings of a service, the latest first. */
    public List<Holding> of(Actor actor, Service service) {
        return holdings()
                .where(HOLDING.SERVICE_ID.eq(service.id()))
                .and(ServiceRights.seenBy(actor))
                .orderBy(HOLDING.STARTS_ON.desc())
                .fetch(Holdings::toHolding);
    }

    /** The holdings of a member, open ones first, then the latest. */
    public List<OfService> of(Actor actor, Member member) {
        return holdings()
                .where(HOLDING.MEMBER_ID.eq(member.id()))
                .and(ServiceRights.seenBy(actor))
                .orderBy(HOLDING.ENDS_ON.desc().nullsFirst(), SERVICE.SORT_LABEL, HOLDING.ID)
                .fetch(row -> new OfService(Services.toRef(row), toHolding(row)));
    }

    /** How many services of other crews a member holds on a day or later. The actor learns this number alone. */
    public int countOfOtherCrews(Actor actor, Member member, LocalDate day) {
        return db.fetchCount(
                HOLDING.join(SERVICE).on(SERVICE.ID.eq(HOLDING.SERVICE_ID)),
                HOLDING.MEMBER_ID
                        .eq(member.id())
                        .and(isOpenOn(day))
                        .and(ServiceRights.managedBy(actor).not()));
    }

    /** The holdings of the user and of the organisations that the user acts for, former ones included. */
    public List<OfService> ownedBy(Actor actor) {
        return holdings()
                .where(ownedHoldings(actor))
                .orderBy(HOLDING.ENDS_ON.desc().nullsFirst(), SERVICE.SORT_LABEL, HOLDING.ID)
                .fetch(row -> new OfService(Services.toRef(row), toHolding(row)));
    }

    /** A condition on HOLDING: those of the user and of the organisations that the user acts for, former ones included. */
    public static Condition ownedHoldings(Actor actor) {
        return HOLDING.MEMBER_ID.in(MemberRights.idsOf(actor));
    }

    private SelectOnConditionStep<Record> holdings() {
        return db.select(HOLDING.fields())
                .select(Services.REF)
                .select(Members.REF)
                .from(HOLDING)
                .join(SERVICE)
                .on(SERVICE.ID.eq(HOLDING.SERVICE_ID))
                .join(SERVICE_TYPE)
                .on(SERVICE_TYPE.ID.eq(SERVICE.TYPE_ID))
                .join(Members.WITH_HOLDER)
                .on(MEMBER.ID.eq(HOLDING.MEMBER_ID));
    }

    /** For each row of SERVICE the holding that covers the day, else the next one, else the one that ended with it. */
    static Table<?> shownOn(LocalDate day) {
        return lateral(select(HOLDING.fields())
                        .from(HOLDING)
                        .where(HOLDING.SERVICE_ID.eq(SERVICE.ID))
                        .and(isShownOn(day))
                        .orderBy(HOLDING.STARTS_ON)
                        .limit(1))
                .as(SHOWN.getName());
    }

    /** A condition on HOLDING and its SERVICE: covers the day, begins later, or ended with the service. */
    static Condition isShownOn(LocalDate day) {
        return isOpenOn(day).or(HOLDING.ENDS_ON.eq(SERVICE.ENDS_ON));
    }

    /** A condition on SERVICE: whether it has a member on the day, a next one, or the last one of an ended service. */
    static Condition isHeld(boolean expected, LocalDate day) {
        var holdings = selectOne()
                .from(HOLDING)
                .where(HOLDING.SERVICE_ID.eq(SERVICE.ID))
                .and(isShownOn(day));
        return expected ? exists(holdings) : notExists(holdings);
    }

    /** A condition on HOLDING: covers the day, or begins later. */
    private static Condition isOpenOn(LocalDate day) {
        return HOLDING.ENDS_ON.isNull().or(HOLDING.ENDS_ON.gt(day));
    }

    /** A condition on HOLDING: covers the day. */
    public static Condition coversDay(LocalDate day) {
        return HOLDING.STARTS_ON.le(day).and(isOpenOn(day));
    }

    private static Holding toHolding(Record row) {
        return Objects.requireNonNull(toHolding(row, HOLDING));
    }

    /** Null if the row has no holding. */
    static @Nullable Holding toHolding(Record row, org.jadhere.platform.db.tables.Holding table) {
        Long id = row.get(table.ID);
        return id == null
                ? null
                : new Holding(
                        id,
                        Objects.requireNonNull(Members.toRef(row)),
                        new Period(row.get(table.STARTS_ON), row.get(table.ENDS_ON)),
                        row.get(table.KNOWN_SINCE),
                        row.get(table.END_KNOWN_SINCE));
    }
}
