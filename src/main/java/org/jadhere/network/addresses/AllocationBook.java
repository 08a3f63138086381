package org.jadhere.network.addresses;

import static org.jadhere.platform.db.Tables.IP_ALLOCATION;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.PgAddresses;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses are given, moved and taken back by administrators, at any instant. Who writes takes turns with all others who
 * do, so that what was free when it was looked for is free when it is given. An address is never held twice: the database sees to it.
 */
@Component
public class AllocationBook {

    private static final String TYPED = "addresses";

    private final DSLContext db;
    private final Clock clock;
    private final Prefixes prefixes;
    private final FreeBlocks room;
    private final AllocationWarnings objections;

    AllocationBook(DSLContext db, Clock clock, Prefixes prefixes, FreeBlocks room, AllocationWarnings objections) {
        this.db = db;
        this.clock = clock;
        this.prefixes = prefixes;
        this.room = room;
        this.objections = objections;
    }

    /** What was chosen, all of it or nothing, from an instant on, or from now; what is held already stays as it is. */
    @Transactional
    public void give(Actor actor, long service, Choice choice) {
        actor.must(actor.superuser());
        PgAddresses.lockAllocations(db);
        Instant from = Objects.requireNonNullElseGet(choice.from(), clock::instant);
        for (IpPrefix address : choice.addresses()) {
            if (!isHeld(service, address)) {
                if (!choice.anyway()) {
                    objections.to(TYPED, address, service, from);
                }
                insert(TYPED, service, address, from, null, UUID.randomUUID().toString());
            }
        }
    }

    /**
     * What an administrator wants to give.
     *
     * @param from now, where none was chosen
     * @param anyway also where it rests, or is kept free
     */
    public record Choice(List<IpPrefix> addresses, @Nullable Instant from, boolean anyway) {

        public Choice {
            addresses = List.copyOf(addresses);
        }
    }

    private boolean isHeld(long service, IpPrefix address) {
        return db.fetchExists(
                IP_ALLOCATION,
                IP_ALLOCATION.SERVICE_ID.eq(service),
                IP_ALLOCATION.ADDRESS.eq(address),
                IP_ALLOCATION.HELD_UNTIL.isNull());
    }

    /**
     * The next free part of a pool.
     *
     * @param once names the allocation: asked for a second time, it stays one
     */
    @Transactional
    public void giveNext(Actor actor, long service, Part part, String once) {
        actor.must(actor.superuser());
        PgAddresses.lockAllocations(db);
        if (!db.fetchExists(IP_ALLOCATION, IP_ALLOCATION.EXTERNAL_ID.eq(once))) {
            var pool = prefixes.find(part.pool())
                    .filter(Prefix::isPool)
                    .orElseThrow(() -> new RuleViolationException("pool", "error.no-such-pool"));
            var next = room.next(pool, part.length())
                    .orElseThrow(
                            () -> new RuleViolationException("pool", "error.pool-full", pool.range(), part.length()));
            insert("pool", service, next, clock.instant(), null, once);
        }
    }

    /** A part of a pool, by its length. */
    public record Part(long pool, int length) {}

    /** Held no more, from now on; what was to begin later never begins. */
    @Transactional
    public long end(Actor actor, long id) {
        var held = locked(actor, id);
        Instant now = clock.instant();
        if (!held.get(IP_ALLOCATION.HELD_FROM).isBefore(now)) {
            remove(actor, id);
        } else if (held.get(IP_ALLOCATION.HELD_UNTIL) == null) {
            setTimes(id, held.get(IP_ALLOCATION.HELD_FROM), now);
        }
        return held.get(IP_ALLOCATION.SERVICE_ID);
    }

    /** Since when and until when it was held in truth. */
    @Transactional
    public void correct(Actor actor, long id, Instant from, @Nullable Instant until, FormSnapshot seen) {
        seen.requireUnchanged(AllocationForm.fields(locked(actor, id)));
        setTimes(id, from, until);
    }

    private void setTimes(long id, Instant from, @Nullable Instant until) {
        var words = Map.of(
                "ip_allocation_times", new RuleViolationException("until", "error.until-before-from"),
                "ip_allocation_one_holder", new RuleViolationException("from", "error.held-by-another"),
                "ip_allocation_kept", new RuleViolationException("until", "error.no-longer-kept"));
        RuleViolationException.translateConstraints(
                words,
                () -> db.update(IP_ALLOCATION)
                        .set(IP_ALLOCATION.HELD_FROM, from)
                        .set(IP_ALLOCATION.HELD_UNTIL, until)
                        .where(IP_ALLOCATION.ID.eq(id))
                        .execute());
    }

    /** At an instant, or now, one service has it no more and another has it. */
    @Transactional
    public void move(Actor actor, long id, long service, @Nullable Instant when) {
        var held = locked(actor, id);
        Instant at = Objects.requireNonNullElseGet(when, clock::instant);
        Instant until = held.get(IP_ALLOCATION.HELD_UNTIL);
        if (!at.isAfter(held.get(IP_ALLOCATION.HELD_FROM)) || until != null && !at.isBefore(until)) {
            throw new RuleViolationException("at", "error.not-held-then");
        }
        if (held.get(IP_ALLOCATION.SERVICE_ID) == service) {
            throw new RuleViolationException("service", "error.same-service");
        }
        setTimes(id, held.get(IP_ALLOCATION.HELD_FROM), at);
        insert("service", service, held.get(IP_ALLOCATION.ADDRESS), at, until, follower(id, at));
    }

    /** So that a move sent twice makes one holder. */
    private static String follower(long id, Instant at) {
        return UUID.nameUUIDFromBytes((id + "/" + at).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** It was written down by mistake and never held; the history keeps that it was said. */
    @Transactional
    public long remove(Actor actor, long id) {
        var held = locked(actor, id);
        db.deleteFrom(IP_ALLOCATION).where(IP_ALLOCATION.ID.eq(id)).execute();
        return held.get(IP_ALLOCATION.SERVICE_ID);
    }

    private Record locked(Actor actor, long id) {
        actor.must(actor.superuser());
        PgAddresses.lockAllocations(db);
        return db.selectFrom(IP_ALLOCATION)
                .where(IP_ALLOCATION.ID.eq(id))
                .fetchOptional()
                .orElseThrow(NotFoundException::new);
    }

    private void insert(
            String field, long service, IpPrefix address, Instant from, @Nullable Instant until, String name) {
        var words = Map.of(
                "ip_allocation_one_holder",
                        new RuleViolationException(field, "error.address-taken", address.toString()),
                "ip_allocation_service", new RuleViolationException("form", "error.no-such-service"));
        RuleViolationException.translateConstraints(
                words,
                () -> db.insertInto(IP_ALLOCATION)
                        .set(IP_ALLOCATION.SERVICE_ID, service)
                        .set(IP_ALLOCATION.ADDRESS, address)
                        .set(IP_ALLOCATION.HELD_FROM, from)
                        .set(IP_ALLOCATION.HELD_UNTIL, until)
                        .set(IP_ALLOCATION.EXTERNAL_ID, name)
                        .execute());
    }
}
