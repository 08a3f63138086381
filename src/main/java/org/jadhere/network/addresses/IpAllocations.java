package org.jadhere.network.addresses;

import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.PgAddresses.overlaps;
import static org.jadhere.platform.db.Tables.HOLDING;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.Members;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads allocations; crews see those of the services that they manage. */
@Component
public class IpAllocations {

    private final DSLContext db;
    private final Clock clock;

    IpAllocations(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<IpAllocation> find(Actor actor, long id) {
        return allocations()
                .where(IP_ALLOCATION.ID.eq(id))
                .and(ServiceRights.managedBy(actor))
                .fetchOptional(IpAllocations::toAllocation);
    }

    /** At most 8 current allocations that overlap a typed address or prefix; empty for other text. */
    public List<IpAllocation> heldNow(Actor actor, String typed) {
        try {
            return allocations()
                    .where(ServiceRights.managedBy(actor))
                    .and(overlaps(IP_ALLOCATION.ADDRESS, IpPrefix.parse(typed)))
                    .and(IP_ALLOCATION.HELD_UNTIL.isNull())
                    .orderBy(IP_ALLOCATION.ADDRESS)
                    .limit(8)
                    .fetch(IpAllocations::toAllocation);
        } catch (IllegalArgumentException notAnAddress) {
            return List.of();
        }
    }

    @StandbyRead
    public Page<IpAllocation> page(Actor actor, IpAllocationFilter filter, Keyset place) {
        return place.page(listed(actor, filter), filter.order(), IP_ALLOCATION.ID, IpAllocations::toAllocation);
    }

    /** Passes all rows of the list to the consumer, in the order of the pages. */
    @StandbyRead
    @Transactional(readOnly = true)
    public void each(Actor actor, IpAllocationFilter filter, Consumer<IpAllocation> allocation) {
        Keyset.each(listed(actor, filter), filter.order(), IP_ALLOCATION.ID, IpAllocations::toAllocation, allocation);
    }

    private SelectConditionStep<Record> listed(Actor actor, IpAllocationFilter filter) {
        return allocations().where(ServiceRights.managedBy(actor)).and(matching(filter));
    }

    /** All allocations of a service, current ones first. */
    public List<IpAllocation> of(Actor actor, Service service) {
        return allocations()
                .where(IP_ALLOCATION.SERVICE_ID.eq(service.id()))
                .and(ServiceRights.managedBy(actor))
                .orderBy(IP_ALLOCATION.HELD_UNTIL.desc().nullsFirst(), IP_ALLOCATION.ADDRESS)
                .fetch(IpAllocations::toAllocation);
    }

    /** What a member's services still have, although they have ended with the member or will have on this day. */
    public List<IpAllocation> heldAfterEnd(Actor actor, Member member, LocalDate lastDay) {
        return allocations()
                .where(ServiceRights.managedBy(actor))
                .and(IP_ALLOCATION.HELD_UNTIL.isNull())
                .and(IP_ALLOCATION.SERVICE_ENDS_ON.le(lastDay.plusDays(1)))
                .and(exists(selectOne()
                        .from(HOLDING)
                        .where(HOLDING.SERVICE_ID.eq(IP_ALLOCATION.SERVICE_ID))
                        .and(HOLDING.MEMBER_ID.eq(member.id()))
                        .and(HOLDING.ENDS_ON.eq(IP_ALLOCATION.SERVICE_ENDS_ON))))
                .orderBy(IP_ALLOCATION.ADDRESS)
                .fetch(IpAllocations::toAllocation);
    }

    /** The current allocations of the services that the user, or an organisation that the user acts for, holds today. */
    public List<IpAllocation> heldBy(Actor actor) {
        return allocations()
                .where(ServiceRights.heldBy(actor, LocalDate.now(clock)))
                .and(IP_ALLOCATION.HELD_UNTIL.isNull())
                .orderBy(IP_ALLOCATION.ADDRESS)
                .fetch(IpAllocations::toAllocation);
    }

    private SelectOnConditionStep<Record> allocations() {
        return db.select(IP_ALLOCATION.asterisk())
                .select(Services.REF)
                .select(Members.REF)
                .from(IP_ALLOCATION)
                .join(Services.withMember(LocalDate.now(clock)))
                .on(SERVICE.ID.eq(IP_ALLOCATION.SERVICE_ID));
    }

    private Condition matching(IpAllocationFilter filter) {
        return and(
                filter.ended() ? AddressReturn.ofEndedService(LocalDate.now(clock)) : noCondition(),
                given(filter.q(), IpAllocations::found),
                given(filter.type(), SERVICE.TYPE_ID::eq),
                given(
                        filter.current(),
                        current -> current ? IP_ALLOCATION.HELD_UNTIL.isNull() : IP_ALLOCATION.HELD_UNTIL.isNotNull()));
    }

    /** An address or prefix matches overlapping allocations; other text matches the service or its member. */
    private static Condition found(String typed) {
        try {
            return overlaps(IP_ALLOCATION.ADDRESS, IpPrefix.parse(typed));
        } catch (IllegalArgumentException notAnAddress) {
            return IP_ALLOCATION.SERVICE_ID.in(select(SERVICE.ID).from(SERVICE).where(Services.found(typed)));
        }
    }

    private static IpAllocation toAllocation(Record row) {
        return new IpAllocation(
                row.get(IP_ALLOCATION.ID),
                Services.toRef(row),
                Members.toRef(row),
                row.get(IP_ALLOCATION.ADDRESS),
                row.get(IP_ALLOCATION.HELD_FROM),
                row.get(IP_ALLOCATION.HELD_UNTIL),
                row.get(IP_ALLOCATION.KNOWN_SINCE),
                row.get(IP_ALLOCATION.END_KNOWN_SINCE));
    }
}
