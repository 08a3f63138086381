package org.jadhere.addresses;

import static org.jadhere.db.Pg.overlaps;
import static org.jadhere.db.Tables.IP_ALLOCATION;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jadhere.access.Actor;
import org.jadhere.db.IpPrefix;
import org.jadhere.services.ServiceBook;
import org.jadhere.services.ServiceBook.Description;
import org.jadhere.web.Missing;
import org.jadhere.web.Refused;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Administrators prepare services with their addresses and no member yet, one by one or many at once. */
@Component
public class Preparation {

    private static final String FIELD = "addresses";

    private final DSLContext db;
    private final Clock clock;
    private final ServiceBook services;

    Preparation(DSLContext db, Clock clock, ServiceBook services) {
        this.db = db;
        this.clock = clock;
        this.services = services;
    }

    /**
     * @param once names the service: prepared a second time, it stays one
     * @return its id
     */
    @Transactional
    public long prepare(Actor actor, Description description, List<IpPrefix> addresses, String once) {
        var service = services.prepare(actor, description, once);
        if (service.isNew()) {
            addresses.forEach(address -> give(service.id(), address));
        }
        return service.id();
    }

    /** What the batch would make now. Nothing is kept for it meanwhile. */
    public List<Batch.Draft> preview(Actor actor, Batch batch) {
        actor.must(actor.superuser());
        return batch.drafts(db.select(IP_ALLOCATION.ADDRESS)
                .from(IP_ALLOCATION)
                .where(overlaps(IP_ALLOCATION.ADDRESS, batch.range()))
                .and(IP_ALLOCATION.HELD_UNTIL.isNull().or(IP_ALLOCATION.HELD_UNTIL.gt(now())))
                .fetch(IP_ALLOCATION.ADDRESS));
    }

    /**
     * All of the batch or nothing.
     *
     * @param expected the addresses that were shown; where others would be taken now, nothing is made
     * @param once names the batch: made a second time, it stays one
     */
    @Transactional
    public void prepare(Actor actor, Batch batch, List<IpPrefix> expected, String once) {
        if (services.isPrepared(actor, named(once, 0))) {
            return;
        }
        var drafts = preview(actor, batch);
        if (!drafts.stream().map(Batch.Draft::address).toList().equals(expected)) {
            throw new Refused("form", "batch.changed");
        }
        for (int n = 0; n < drafts.size(); n++) {
            var draft = drafts.get(n);
            prepare(
                    actor,
                    new Description(batch.typeId(), draft.label(), ""),
                    List.of(draft.address()),
                    named(once, n));
        }
    }

    private static String named(String once, int n) {
        return UUID.nameUUIDFromBytes((once + "/" + n).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A service gets one more address, from now on; asked twice, it has it once. */
    @Transactional
    public void give(Actor actor, long service, IpPrefix address) {
        actor.must(actor.superuser());
        boolean held = db.fetchExists(
                IP_ALLOCATION,
                IP_ALLOCATION.SERVICE_ID.eq(service),
                IP_ALLOCATION.ADDRESS.eq(address),
                IP_ALLOCATION.HELD_UNTIL.isNull());
        if (!held) {
            give(service, address);
        }
    }

    /** A service holds an address no more, from now on; the id of the service. */
    @Transactional
    public long end(Actor actor, long allocation) {
        actor.must(actor.superuser());
        db.update(IP_ALLOCATION)
                .set(IP_ALLOCATION.HELD_UNTIL, now())
                .where(IP_ALLOCATION.ID.eq(allocation))
                .and(IP_ALLOCATION.HELD_UNTIL.isNull())
                .execute();
        return db.select(IP_ALLOCATION.SERVICE_ID)
                .from(IP_ALLOCATION)
                .where(IP_ALLOCATION.ID.eq(allocation))
                .fetchOptional(IP_ALLOCATION.SERVICE_ID)
                .orElseThrow(Missing::new);
    }

    private void give(long service, IpPrefix address) {
        var taken = Map.of(
                "ip_allocation_one_holder", new Refused(FIELD, "error.address-taken", address.toString()),
                "ip_allocation_service", new Refused("form", "error.no-such-service"));
        Refused.orSay(
                taken,
                () -> db.insertInto(IP_ALLOCATION)
                        .set(IP_ALLOCATION.SERVICE_ID, service)
                        .set(IP_ALLOCATION.ADDRESS, address)
                        .set(IP_ALLOCATION.HELD_FROM, now())
                        .execute());
    }

    private Instant now() {
        return clock.instant();
    }
}
