package org.jadhere.network.addresses;

import static java.util.stream.Stream.concat;
import static org.jadhere.platform.db.PgAddresses.overlaps;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jadhere.platform.db.IpPrefix;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds the parts of a range that cannot be allocated now: held, resting, or used or reserved by the association. */
@Component
class HeldAddresses {

    private final DSLContext db;
    private final Clock clock;
    private final Prefixes prefixes;

    HeldAddresses(DSLContext db, Clock clock, Prefixes prefixes) {
        this.db = db;
        this.clock = clock;
        this.prefixes = prefixes;
    }

    /** Applies the longest rest period of the pools that overlap the range. */
    List<IpPrefix> in(IpPrefix range) {
        var overlapping = prefixes.overlapping(range);
        Duration rest = overlapping.stream()
                .map(Prefix::rest)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        Instant rested = clock.instant().minus(rest);
        Stream<IpPrefix> reserved = overlapping.stream()
                .filter(prefix -> !prefix.isPool())
                .map(Prefix::range)
                .filter(range::contains);
        return concat(
                        reserved,
                        db
                                .select(IP_ALLOCATION.ADDRESS)
                                .from(IP_ALLOCATION)
                                .where(overlaps(IP_ALLOCATION.ADDRESS, range))
                                .and(IP_ALLOCATION.HELD_UNTIL.isNull().or(IP_ALLOCATION.HELD_UNTIL.gt(rested)))
                                .fetch(IP_ALLOCATION.ADDRESS)
                                .stream())
                .toList();
    }
}
