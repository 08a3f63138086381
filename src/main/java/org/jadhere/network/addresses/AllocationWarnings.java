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
 * What stands against giving an address that was chosen by hand: it is the association's own, kept free, or rests.
 * An administrator may give it all the same; that it is held is not for anybody to overrule.
 */
@Component
class AllocationWarnings {

    private final DSLContext db;
    private final Prefixes prefixes;

    AllocationWarnings(DSLContext db, Prefixes prefixes) {
        this.db = db;
        this.prefixes = prefixes;
    }

    /** Refuses, beside a field, where there is one. Whoever had the address last may have it back at any time. */
    void to(String field, IpPrefix address, long service, Instant from) {
        List<Prefix> around = prefixes.overlapping(address);
        around.stream().filter(prefix -> !prefix.isPool()).findFirst().ifPresent(kept -> {
            throw new RuleViolationException(field, "error.address-kept", address, kept.range());
        });
        Optional<Prefix> pool = around.stream()
                .filter(prefix -> prefix.range().contains(address))
                .max(Comparator.comparing(prefix -> prefix.range().length()));
        if (pool.isPresent()) {
            notAtTheEdge(field, address, pool.get());
            notAtRest(field, address, service, from, pool.get());
        }
    }

    private static void notAtTheEdge(String field, IpPrefix address, Prefix pool) {
        if (pool.keepsFree(address)) {
            throw new RuleViolationException(field, "error.address-edge", address, pool.range());
        }
    }

    private void notAtRest(String field, IpPrefix address, long service, Instant from, Prefix pool) {
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
