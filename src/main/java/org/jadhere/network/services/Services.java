package org.jadhere.network.services;

import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.Members;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads services; each query returns only the services that the current user may see. */
@Component
public class Services {

    /** Services with their type and member; payments and allocations join it to show their service. */
    public static final Table<Record> WITH_MEMBER = SERVICE.join(SERVICE_TYPE)
            .on(SERVICE_TYPE.ID.eq(SERVICE.TYPE_ID))
            .leftJoin(Members.WITH_HOLDER)
            .on(MEMBER.ID.eq(SERVICE.MEMBER_ID));

    /** The columns that {@link #toRef} and {@link Members#toRef} read. */
    public static final List<SelectField<?>> REF = List.of(
            SERVICE.ID, SERVICE.LABEL, SERVICE.TYPE_ID, SERVICE_TYPE.NAME, MEMBER.ID, MEMBER.NUMBER, Members.NAME);

    private final DSLContext db;
    private final Clock clock;

    Services(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A row of the list.
     *
     * @param addresses held now; empty if the user may not see addresses
     */
    public record Line(Service service, List<IpPrefix> addresses) {}

    public Optional<Service> find(Actor actor, long id) {
        return services()
                .where(SERVICE.ID.eq(id))
                .and(ServiceRights.seenBy(actor))
                .fetchOptional(Services::toService);
    }

    /** The services of a member that the user may see, open ones first. */
    public List<Service> of(Actor actor, Member member) {
        return services()
                .where(SERVICE.MEMBER_ID.eq(member.id()))
                .and(ServiceRights.seenBy(actor))
                .orderBy(SERVICE.ENDS_ON.desc().nullsFirst(), SERVICE.SORT_LABEL, SERVICE.ID)
                .fetch(Services::toService);
    }

    /** The services of the user and of the organisations that the user acts for. */
    public List<Service> ownedBy(Actor actor) {
        return services()
                .where(ServiceRights.ownedBy(actor))
                .orderBy(SERVICE.ENDS_ON.desc().nullsFirst(), SERVICE.SORT_LABEL, SERVICE.ID)
                .fetch(Services::toService);
    }

    /** At most 8 services that match a fragment. */
    public List<Service.Ref> choices(Actor actor, String typed) {
        return services()
                .where(ServiceRights.seenBy(actor))
                .and(found(typed))
                .orderBy(SERVICE.SORT_LABEL, SERVICE.ID)
                .limit(8)
                .fetch(Services::toRef);
    }

    @StandbyRead
    public Page<Line> page(Actor actor, ServiceFilter filter, Keyset place) {
        return place.page(listed(actor, filter), filter.order(), SERVICE.ID, Services::toLine);
    }

    /** Passes all rows of the list to the consumer, in the order of the pages. */
    @StandbyRead
    @Transactional(readOnly = true)
    public void each(Actor actor, ServiceFilter filter, Consumer<Line> line) {
        Keyset.each(listed(actor, filter), filter.order(), SERVICE.ID, Services::toLine, line);
    }

    private SelectConditionStep<Record> listed(Actor actor, ServiceFilter filter) {
        return services(addressesFor(actor)).where(ServiceRights.seenBy(actor)).and(matching(filter));
    }

    private static Field<Result<Record1<IpPrefix>>> addressesFor(Actor actor) {
        return multiset(select(IP_ALLOCATION.ADDRESS)
                        .from(IP_ALLOCATION)
                        .where(IP_ALLOCATION.SERVICE_ID.eq(SERVICE.ID))
                        .and(IP_ALLOCATION.HELD_UNTIL.isNull())
                        .and(ServiceRights.managedBy(actor))
                        .orderBy(IP_ALLOCATION.ADDRESS))
                .as("addresses");
    }

    private SelectJoinStep<Record> services(SelectFieldOrAsterisk... more) {
        return db.select(SERVICE.asterisk(), SERVICE_TYPE.NAME, MEMBER.ID, MEMBER.NUMBER, Members.NAME)
                .select(more)
                .from(WITH_MEMBER);
    }

    private Condition matching(ServiceFilter filter) {
        return and(
                given(filter.q(), Services::found),
                given(filter.type(), SERVICE.TYPE_ID::eq),
                given(filter.state(), this::isIn),
                given(
                        filter.assigned(),
                        assigned -> assigned ? SERVICE.MEMBER_ID.isNotNull() : SERVICE.MEMBER_ID.isNull()));
    }

    /** Matches a fragment of the label or the member; a union, so that each half uses its own index. */
    public static Condition found(String typed) {
        return SERVICE.ID.in(select(SERVICE.ID)
                .from(SERVICE)
                .where(containsWords(SERVICE.SORT_LABEL, typed))
                .union(select(SERVICE.ID)
                        .from(SERVICE)
                        .join(MEMBER)
                        .on(MEMBER.ID.eq(SERVICE.MEMBER_ID))
                        .where(Members.matches(typed))));
    }

    private Condition isIn(ServiceFilter.State state) {
        LocalDate today = LocalDate.now(clock);
        return switch (state) {
            case OPEN -> notEndedOn(today);
            case NOT_YET -> SERVICE.STARTS_ON.isNull().or(SERVICE.STARTS_ON.gt(today));
            case ACTIVE -> activeOn(today);
            case ENDED -> SERVICE.ENDS_ON.le(today);
        };
    }

    /** The services whose period includes the day. */
    public static Condition activeOn(LocalDate day) {
        return SERVICE.STARTS_ON.le(day).and(notEndedOn(day));
    }

    private static Condition notEndedOn(LocalDate day) {
        return SERVICE.ENDS_ON.isNull().or(SERVICE.ENDS_ON.gt(day));
    }

    private static Line toLine(Record row) {
        Result<?> addresses = Objects.requireNonNull((Result<?>) row.get("addresses"));
        return new Line(toService(row), addresses.getValues(IP_ALLOCATION.ADDRESS));
    }

    public static Service.Ref toRef(Record row) {
        return new Service.Ref(
                row.get(SERVICE.ID),
                row.get(SERVICE.LABEL),
                new ServiceType.Ref(row.get(SERVICE.TYPE_ID), row.get(SERVICE_TYPE.NAME)));
    }

    private static Service toService(Record row) {
        return new Service(
                row.get(SERVICE.ID),
                new ServiceType.Ref(row.get(SERVICE.TYPE_ID), row.get(SERVICE_TYPE.NAME)),
                Members.toRef(row),
                row.get(SERVICE.LABEL),
                new Period(row.get(SERVICE.STARTS_ON), row.get(SERVICE.ENDS_ON)),
                row.get(SERVICE.NOTES));
    }
}
