package org.jadhere.network.services;

import static java.util.Objects.requireNonNullElseGet;
import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.people.access.Actor;
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

    /** Services with their type. */
    public static final Table<Record> WITH_TYPE = SERVICE.join(SERVICE_TYPE).on(SERVICE_TYPE.ID.eq(SERVICE.TYPE_ID));

    /** The columns that {@link #toRef} reads. */
    public static final List<SelectField<?>> REF =
            List.of(SERVICE.ID, SERVICE.LABEL, SERVICE.TYPE_ID, SERVICE_TYPE.NAME);

    /** Services with their type and the member who holds them on a day or next; allocations join it. */
    public static Table<Record> withMember(LocalDate day) {
        return WITH_TYPE
                .leftJoin(Holdings.shownOn(day))
                .on(trueCondition())
                .leftJoin(Members.WITH_HOLDER)
                .on(MEMBER.ID.eq(Holdings.SHOWN.MEMBER_ID));
    }

    private final DSLContext db;
    private final Clock clock;
    private final ServiceFigures figures;

    Services(DSLContext db, Clock clock, ServiceFigures figures) {
        this.db = db;
        this.clock = clock;
        this.figures = figures;
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
        return db.select(SERVICE.asterisk())
                .select(SERVICE_TYPE.NAME)
                .select(Members.REF)
                .select(Holdings.SHOWN.fields())
                .select(more)
                .from(withMember(today()));
    }

    private Condition matching(ServiceFilter filter) {
        return and(
                given(filter.q(), Services::found),
                given(filter.type(), SERVICE.TYPE_ID::eq),
                given(filter.state(), this::isIn),
                given(
                        filter.figure(),
                        figure -> figures.countedIn(figure, requireNonNullElseGet(filter.at(), this::today))),
                given(filter.assigned(), assigned -> Holdings.isHeld(assigned, today())));
    }

    /** Matches a fragment of the label or of any member who held it; a union, so that each half uses its own index. */
    public static Condition found(String typed) {
        return SERVICE.ID.in(select(SERVICE.ID)
                .from(SERVICE)
                .where(containsWords(SERVICE.SORT_LABEL, typed))
                .union(select(HOLDING.SERVICE_ID)
                        .from(HOLDING)
                        .join(MEMBER)
                        .on(MEMBER.ID.eq(HOLDING.MEMBER_ID))
                        .where(Members.matches(typed))));
    }

    private Condition isIn(ServiceFilter.State state) {
        return switch (state) {
            case OPEN -> notEndedOn(today());
            case PREPARED -> SERVICE.STARTS_ON.isNull();
            case NOT_YET -> SERVICE.STARTS_ON.isNull().or(SERVICE.STARTS_ON.gt(today()));
            case ACTIVE -> activeOn(today());
            case ENDED -> SERVICE.ENDS_ON.le(today());
        };
    }

    public static Condition activeOn(LocalDate day) {
        return SERVICE.STARTS_ON.le(day).and(notEndedOn(day));
    }

    private static Condition notEndedOn(LocalDate day) {
        return SERVICE.ENDS_ON.isNull().or(SERVICE.ENDS_ON.gt(day));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Line toLine(Record row) {
        var addresses = Objects.requireNonNull((Result<?>) row.get("addresses"));
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
                Holdings.toHolding(row, Holdings.SHOWN),
                row.get(SERVICE.LABEL),
                new Period(row.get(SERVICE.STARTS_ON), row.get(SERVICE.ENDS_ON)),
                row.get(SERVICE.NOTES));
    }
}
