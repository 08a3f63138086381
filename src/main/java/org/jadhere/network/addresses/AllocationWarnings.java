package org.jadhere.network.addresses;

import static org.jadhere.platform.db.PgAddresses.overlaps;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.RuleViolationException;
import org.jadhere.platform.web.Texts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Checks an address that an administrator chose: it may be used or reserved by the association, or be resting. An
 * administrator may ignore these warnings, but never allocate an address that is held.
 */
@Component
class AllocationWarnings {

    private final DSLContext db;
    private final Prefixes prefixes;

    AllocationWarnings(DSLContext db, Prefixes prefixes) {
        this.db = db;
        this.prefixes = prefixes;
    }

    /** Rejects the field if there is a warning. The last holder may always get the address back. */
    void check(String field, IpPrefix address, long service, Instant from) {
        List<Prefix> overlapping = prefixes.overlapping(address);
        overlapping.stream().filter(prefix -> !prefix.isPool()).findFirst().ifPresent(reserved -> {
            throw new RuleViolationException(field, "error.address-kept", address, reserved.range());
        });
        Optional<Prefix> pool = overlapping.stream()
                .filter(prefix -> prefix.range().contains(address))
                .max(Comparator.comparing(prefix -> prefix.range().length()));
        if (pool.isPresent()) {
            checkEdges(field, address, pool.get());
            checkRest(field, address, service, from, pool.get());
        }
    }

    private static void checkEdges(String field, IpPrefix address, Prefix pool) {
        if (pool.keepsFree(address)) {
            throw new RuleViolationException(field, "error.address-edge", address, pool.range());
        }
    }

    private void checkRest(String field, IpPrefix address, long service, Instant from, Prefix pool) {
        Instant lastEnd = db.select(max(IP_ALLOCATION.HELD_UNTIL))
                .from(IP_ALLOCATION)
                .where(overlaps(IP_ALLOCATION.ADDRESS, address))
                .and(IP_ALLOCATION.SERVICE_ID.ne(service))
                .fetchSingle()
                .value1();
        if (lastEnd != null && !lastEnd.isAfter(from) && from.isBefore(lastEnd.plus(pool.rest()))) {
            throw new RuleViolationException(
                    field, "error.address-resting", address, Texts.minute(lastEnd.plus(pool.rest())));
        }
    }
}
