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
 * Writes allocations; only administrators may. Each write first takes the lock on addresses, so that an address found
 * free is still free when it is allocated; an exclusion constraint refuses overlapping allocations.
 */
@Component
public class AllocationBook {

    private static final String FIELD = "addresses";

    private final DSLContext db;
    private final Clock clock;
    private final Prefixes prefixes;
    private final FreeBlocks freeBlocks;
    private final AllocationWarnings warnings;

    AllocationBook(DSLContext db, Clock clock, Prefixes prefixes, FreeBlocks freeBlocks, AllocationWarnings warnings) {
        this.db = db;
        this.clock = clock;
        this.prefixes = prefixes;
        this.freeBlocks = freeBlocks;
        this.warnings = warnings;
    }

    /** Allocates all chosen addresses or none. Addresses that the service holds already stay as they are. */
    @Transactional
    public void allocate(Actor actor, long service, Choice choice) {
        actor.must(actor.superuser());
        PgAddresses.lockAllocations(db);
        Instant from = Objects.requireNonNullElseGet(choice.from(), clock::instant);
        for (IpPrefix address : choice.addresses()) {
            if (!isHeld(service, address)) {
                if (!choice.ignoreWarnings()) {
                    warnings.check(FIELD, address, service, from);
                }
                insert(FIELD, service, address, from, null, UUID.randomUUID().toString());
            }
        }
    }

    /**
     * The addresses that an administrator chose.
     *
     * @param from null for now
     * @param ignoreWarnings allocates also resting and reserved addresses
     */
    public record Choice(List<IpPrefix> addresses, @Nullable Instant from, boolean ignoreWarnings) {

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
     * Allocates the next free part of a pool.
     *
     * @param idempotencyKey identifies the request: the same key twice adds one row
     */
    @Transactional
    public void allocateNext(Actor actor, long service, Part part, String idempotencyKey) {
        actor.must(actor.superuser());
        PgAddresses.lockAllocations(db);
        if (!db.fetchExists(IP_ALLOCATION, IP_ALLOCATION.EXTERNAL_ID.eq(idempotencyKey))) {
            var pool = prefixes.find(part.pool())
                    .filter(Prefix::isPool)
                    .orElseThrow(() -> new RuleViolationException("pool", "error.no-such-pool"));
            var next = freeBlocks
                    .next(pool, part.length())
                    .orElseThrow(
                            () -> new RuleViolationException("pool", "error.pool-full", pool.range(), part.length()));
            insert("pool", service, next, clock.instant(), null, idempotencyKey);
        }
    }

    /** A prefix of this length in a pool. */
    public record Part(long pool, int length) {}

    /** Ends an allocation now, or removes one that has not begun; returns its service. */
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

    /** Corrects start and end of an allocation. */
    @Transactional
    public void correct(Actor actor, long id, Instant from, @Nullable Instant until, FormSnapshot snapshot) {
        snapshot.requireUnchanged(AllocationForm.fields(locked(actor, id)));
        setTimes(id, from, until);
    }

    private void setTimes(long id, Instant from, @Nullable Instant until) {
        var violations = Map.of(
                "ip_allocation_times", new RuleViolationException("until", "error.until-before-from"),
                "ip_allocation_one_holder", new RuleViolationException("from", "error.held-by-another"),
                "ip_allocation_kept", new RuleViolationException("until", "error.no-longer-kept"));
        RuleViolationException.translateConstraints(
                violations,
                () -> db.update(IP_ALLOCATION)
                        .set(IP_ALLOCATION.HELD_FROM, from)
                        .set(IP_ALLOCATION.HELD_UNTIL, until)
                        .where(IP_ALLOCATION.ID.eq(id))
                        .execute());
    }

    /** Ends an allocation at an instant, or now, and allocates its rest to another service. */
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
        insert("service", service, held.get(IP_ALLOCATION.ADDRESS), at, until, idempotencyKey(id, at));
    }

    /** Derived from the request, so that a move sent twice adds one allocation. */
    private static String idempotencyKey(long id, Instant at) {
        return UUID.nameUUIDFromBytes((id + "/" + at).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Removes an allocation added by mistake; the history keeps it. Returns its service. */
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
            String field, long service, IpPrefix address, Instant from, @Nullable Instant until, String externalId) {
        var violations = Map.of(
                "ip_allocation_one_holder",
                        new RuleViolationException(field, "error.address-taken", address.toString()),
                "ip_allocation_service", new RuleViolationException("form", "error.no-such-service"));
        RuleViolationException.translateConstraints(
                violations,
                () -> db.insertInto(IP_ALLOCATION)
                        .set(IP_ALLOCATION.SERVICE_ID, service)
                        .set(IP_ALLOCATION.ADDRESS, address)
                        .set(IP_ALLOCATION.HELD_FROM, from)
                        .set(IP_ALLOCATION.HELD_UNTIL, until)
                        .set(IP_ALLOCATION.EXTERNAL_ID, externalId)
                        .execute());
    }
}
