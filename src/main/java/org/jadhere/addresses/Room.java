package org.jadhere.addresses;

import static org.jadhere.db.Tables.IP_ALLOCATION;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jadhere.addresses.PrefixMap.State;
import org.jadhere.db.IpPrefix;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Finds what a prefix can give next. Blocks that are full are passed over by their counts; within a block, what follows
 * the highest that is held comes first, and gaps below it only when the block is used to its end: two steps in an index.
 */
@Component
class Room {

    private final DSLContext db;
    private final Clock clock;
    private final Prefixes prefixes;

    Room(DSLContext db, Clock clock, Prefixes prefixes) {
        this.db = db;
        this.clock = clock;
        this.prefixes = prefixes;
    }

    /** The next free part of a length; none where there is no room for it. */
    Optional<IpPrefix> next(Prefix prefix, int length) {
        if (length < prefix.range().length() || length > prefix.range().bits()) {
            return Optional.empty();
        }
        var kept = prefixes.keptInside(prefix);
        var map = PrefixMap.of(prefix, prefixes.taken(prefix), kept);
        int blocks = map.cells().getFirst().block().length();
        return length <= blocks ? whole(prefix, length, map, kept) : within(prefix, length, map, kept);
    }

    /** A part of one block or of several: all of them are free. */
    private static Optional<IpPrefix> whole(Prefix prefix, int length, PrefixMap map, List<IpPrefix> kept) {
        long all = 1L << (length - prefix.range().length());
        var parts = LongStream.range(0, all).map(n -> prefix.sparse() ? spread(n, all) : n);
        return parts.mapToObj(n -> prefix.range().part(length, n))
                .filter(part -> map.cells().stream()
                        .filter(cell -> part.contains(cell.block()))
                        .allMatch(cell -> cell.use().taken().signum() == 0))
                .filter(part -> !prefix.keepsFree(part) && kept.stream().noneMatch(part::overlaps))
                .findFirst();
    }

    /** The bits of a number turned round: each one lies halfway between those before it. */
    private static long spread(long n, long all) {
        return all == 1 ? n : Long.reverse(n) >>> (Long.numberOfLeadingZeros(all) + 1);
    }

    private Optional<IpPrefix> within(Prefix prefix, int length, PrefixMap map, List<IpPrefix> kept) {
        var cells = map.cells().stream().filter(cell -> cell.state() != State.FULL && cell.state() != State.RESERVED);
        Stream<PrefixMap.Cell> inOrder = prefix.sparse()
                ? cells.sorted(Comparator.comparing(
                                (PrefixMap.Cell cell) -> cell.use().taken())
                        .thenComparing(cell -> spread(cell.place(), map.cells().size())))
                : cells;
        return inOrder.flatMap(cell -> inside(prefix, cell.block(), length, kept).stream())
                .findFirst();
    }

    private Optional<IpPrefix> inside(Prefix prefix, IpPrefix block, int length, List<IpPrefix> kept) {
        var walk = new Walk(prefix, block, length, kept);
        Optional<IpPrefix> highest = db.select(IP_ALLOCATION.ADDRESS)
                .from(IP_ALLOCATION)
                .where(heldIn(block))
                .orderBy(IP_ALLOCATION.ADDRESS.desc(), IP_ALLOCATION.ID.desc())
                .limit(1)
                .fetchOptional(IP_ALLOCATION.ADDRESS);
        return walk.after(highest.map(IpPrefix::last)).or(() -> gap(walk, block));
    }

    private Optional<IpPrefix> gap(Walk walk, IpPrefix block) {
        try (var held = db.select(IP_ALLOCATION.ADDRESS)
                .from(IP_ALLOCATION)
                .where(heldIn(block))
                .orderBy(IP_ALLOCATION.ADDRESS, IP_ALLOCATION.ID)
                .fetchSize(500)
                .fetchLazy()) {
            return walk.between(held.stream().map(row -> row.value1()).iterator());
        }
    }

    /** In network order, what lies in a block stands between it and its last address: a range of the index. */
    private Condition heldIn(IpPrefix block) {
        return IP_ALLOCATION
                .ADDRESS
                .between(block, block.last())
                .and(IP_ALLOCATION.HELD_UNTIL.isNull().or(IP_ALLOCATION.HELD_UNTIL.gt(clock.instant())));
    }
}
