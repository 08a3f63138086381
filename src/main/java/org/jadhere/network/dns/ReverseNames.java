package org.jadhere.network.dns;

import static org.jadhere.platform.db.Pg.containsWords;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.PgAddresses.holderNow;
import static org.jadhere.platform.db.PgAddresses.overlaps;
import static org.jadhere.platform.db.PgAddresses.within;
import static org.jadhere.platform.db.Tables.DELEGATION;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.REVERSE_NAME;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;

/** Reads reverse names and the addresses that a user may name. */
@Component
class ReverseNames {

    private static final Field<Boolean> DELEGATED = field(
                    exists(selectOne().from(DELEGATION).where(within(REVERSE_NAME.ADDRESS, DELEGATION.PREFIX))))
            .as("delegated");

    private final DSLContext db;
    private final Clock clock;

    ReverseNames(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @StandbyRead
    Page<ReverseName> page(ReverseNameFilter filter, Keyset place) {
        return place.page(
                names().where(given(filter.q(), ReverseNames::found)),
                filter.order(),
                REVERSE_NAME.ID,
                ReverseNames::toName);
    }

    Optional<ReverseName> find(Actor actor, long id) {
        return names().where(REVERSE_NAME.ID.eq(id))
                .and(ReverseNameRights.namesSeenBy(actor, today()))
                .fetchOptional(ReverseNames::toName);
    }

    /** The names of the addresses that the user's running services hold. */
    List<ReverseName> ownedBy(Actor actor) {
        return names().where(ReverseNameRights.namesOwnedBy(actor, today()))
                .and(holderNow(REVERSE_NAME.ADDRESS).eq(REVERSE_NAME.SERVICE_ID))
                .orderBy(REVERSE_NAME.ADDRESS)
                .fetch(ReverseNames::toName);
    }

    /** The addresses and prefixes that the user's running services hold now. */
    List<IpPrefix> heldBy(Actor actor) {
        return db.select(IP_ALLOCATION.ADDRESS)
                .from(IP_ALLOCATION)
                .join(SERVICE)
                .on(SERVICE.ID.eq(IP_ALLOCATION.SERVICE_ID))
                .where(ReverseNameRights.servicesOwnedBy(actor, today()))
                .and(holderNow(IP_ALLOCATION.ADDRESS).eq(SERVICE.ID))
                .orderBy(IP_ALLOCATION.ADDRESS)
                .fetch(IP_ALLOCATION.ADDRESS);
    }

    /** The running service of the user that holds an address now. */
    Optional<Long> ownServiceHolding(Actor actor, IpPrefix address) {
        return db.select(SERVICE.ID)
                .from(SERVICE)
                .join(IP_ALLOCATION)
                .on(IP_ALLOCATION.SERVICE_ID.eq(SERVICE.ID))
                .where(within(address, IP_ALLOCATION.ADDRESS))
                .and(holderNow(IP_ALLOCATION.ADDRESS).eq(SERVICE.ID))
                .and(ReverseNameRights.servicesOwnedBy(actor, today()))
                .limit(1)
                .fetchOptional(SERVICE.ID);
    }

    int countOf(long service) {
        return db.fetchCount(REVERSE_NAME, REVERSE_NAME.SERVICE_ID.eq(service));
    }

    boolean isDelegated(IpPrefix address) {
        return db.fetchExists(DELEGATION, within(address, DELEGATION.PREFIX));
    }

    private SelectOnConditionStep<Record> names() {
        return db.select(REVERSE_NAME.asterisk(), DELEGATED)
                .select(Services.REF)
                .from(REVERSE_NAME)
                .leftJoin(Services.WITH_TYPE)
                .on(SERVICE.ID.eq(REVERSE_NAME.SERVICE_ID));
    }

    /** An address or prefix matches the addresses in it; other text matches names. */
    private static Condition found(String typed) {
        try {
            return overlaps(REVERSE_NAME.ADDRESS, IpPrefix.parse(typed));
        } catch (IllegalArgumentException notAnAddress) {
            return containsWords(REVERSE_NAME.NAME, typed);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ReverseName toName(Record row) {
        return new ReverseName(
                row.get(REVERSE_NAME.ID),
                row.get(REVERSE_NAME.ADDRESS),
                row.get(REVERSE_NAME.NAME),
                row.get(REVERSE_NAME.SERVICE_ID) == null ? null : Services.toRef(row),
                row.get(DELEGATED));
    }
}
