package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Pg.during;
import static org.jadhere.platform.db.PgAddresses.overlaps;
import static org.jadhere.platform.db.Tables.ERASURE;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.RECORD_GAP;
import static org.jadhere.platform.db.Tables.RETENTION;
import static org.jooq.impl.DSL.max;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.Texts;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** Reads the answer to a question from the records, without a check of rights. */
@Component
class AllocationLookup {

    /** The limit of the count of candidates. */
    static final int MAX_CANDIDATES = 1000;

    private final DSLContext db;
    private final Clock clock;
    private final PastServices pastServices;

    AllocationLookup(DSLContext db, Clock clock, PastServices pastServices) {
        this.db = db;
        this.clock = clock;
        this.pastServices = pastServices;
    }

    Answer answer(IpPrefix address, Instant at) {
        Optional<Instant> keptSince = keptSince();
        if (keptSince.isPresent() && at.isBefore(keptSince.get())) {
            return new Answer.NotKept(keptSince.get());
        }
        var held = held(address, at);
        if (held.isEmpty()) {
            return gap(address, at).orElseGet(() -> unallocated(address));
        }
        var first = held.getFirst();
        return held.size() == 1 && first.get(IP_ALLOCATION.ADDRESS).contains(address)
                ? one(first, at)
                : new Answer.Several(held.size());
    }

    private Answer one(Record held, Instant at) {
        var allocation = new Answer.FoundAllocation(
                held.get(IP_ALLOCATION.ADDRESS),
                held.get(IP_ALLOCATION.HELD_FROM),
                held.get(IP_ALLOCATION.HELD_UNTIL),
                held.get(IP_ALLOCATION.KNOWN_SINCE));
        return pastServices.answer(allocation, held.get(IP_ALLOCATION.SERVICE_ID), at);
    }

    private Result<? extends Record> held(IpPrefix address, Instant at) {
        return db.select(
                        IP_ALLOCATION.ADDRESS,
                        IP_ALLOCATION.HELD_FROM,
                        IP_ALLOCATION.HELD_UNTIL,
                        IP_ALLOCATION.KNOWN_SINCE,
                        IP_ALLOCATION.SERVICE_ID)
                .from(IP_ALLOCATION)
                .where(overlaps(IP_ALLOCATION.ADDRESS, address))
                .and(during(IP_ALLOCATION.HELD_FROM, IP_ALLOCATION.HELD_UNTIL, at))
                .limit(MAX_CANDIDATES)
                .fetch();
    }

    /** A gap in the records that covers a part of the question; then the address may have been held. */
    private Optional<Answer> gap(IpPrefix address, Instant at) {
        return db.selectFrom(RECORD_GAP)
                .where(overlaps(RECORD_GAP.PREFIX, address))
                .and(during(RECORD_GAP.LOST_FROM, RECORD_GAP.LOST_UNTIL, at))
                .orderBy(RECORD_GAP.PREFIX.desc(), RECORD_GAP.ID)
                .limit(1)
                .fetchOptional(gap -> new Answer.Gap(
                        gap.get(RECORD_GAP.PREFIX),
                        gap.get(RECORD_GAP.LOST_FROM),
                        gap.get(RECORD_GAP.LOST_UNTIL),
                        gap.get(RECORD_GAP.CAUSE)));
    }

    /** The use of the longest prefix of the association that contains the address decides. */
    private Answer unallocated(IpPrefix address) {
        var around = db.select(PREFIX.PREFIX_, PREFIX.KIND)
                .from(PREFIX)
                .where(overlaps(PREFIX.PREFIX_, address))
                .fetch();
        List<? extends Record> containing = around.stream()
                .filter(prefix -> prefix.get(PREFIX.PREFIX_).contains(address))
                .sorted((one, other) -> Integer.compare(
                        other.get(PREFIX.PREFIX_).length(),
                        one.get(PREFIX.PREFIX_).length()))
                .toList();
        if (containing.isEmpty()) {
            return around.isEmpty() && !wasEverHeld(address) ? new Answer.NotOurs() : new Answer.Unassigned(null);
        }
        IpPrefix prefix = containing.getFirst().get(PREFIX.PREFIX_);
        String use = containing.getFirst().get(PREFIX.KIND);
        return use.equals("pool") ? new Answer.Unassigned(prefix) : new Answer.Own(prefix, use);
    }

    private boolean wasEverHeld(IpPrefix address) {
        return db.fetchExists(IP_ALLOCATION, overlaps(IP_ALLOCATION.ADDRESS, address));
    }

    /** The later of the current retention limit and the last erasure, since a longer retention restores nothing. */
    private Optional<Instant> keptSince() {
        var bySetting = db.select(RETENTION.KEPT_MONTHS)
                .from(RETENTION)
                .where(RETENTION.KEPT_DATA.eq("allocations"))
                .fetchOptional(RETENTION.KEPT_MONTHS)
                .map(months ->
                        clock.instant().atZone(Texts.PARIS).minusMonths(months).toInstant());
        var erased =
                db.select(max(ERASURE.KEPT_SINCE)).from(ERASURE).fetchOptional().map(Record1::value1);
        return Stream.concat(bySetting.stream(), erased.stream()).max(Comparator.naturalOrder());
    }
}
