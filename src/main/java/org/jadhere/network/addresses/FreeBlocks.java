package org.jadhere.network.addresses;

import static org.jadhere.platform.db.PgAddresses.firstPart;
import static org.jadhere.platform.db.PgAddresses.length;
import static org.jadhere.platform.db.PgAddresses.size;
import static org.jadhere.platform.db.Tables.VACANCY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.platform.db.IpPrefix;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.springframework.stereotype.Component;

/**
 * Finds the next free part of a prefix: first blocks never held, then those free for longest. A released block rests
 * for {@link Prefix#restDays}. Each step reads the first rows of an index.
 */
@Component
class FreeBlocks {

    /** Enough candidates, since only the first and the last address of a prefix are excluded. */
    private static final int CANDIDATES = 3;

    private final DSLContext db;
    private final Clock clock;

    FreeBlocks(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The next free part of this length, if there is one. */
    Optional<IpPrefix> next(Prefix prefix, int length) {
        if (length < prefix.range().length() || length > prefix.range().bits()) {
            return Optional.empty();
        }
        return neverHeld(prefix, length).or(() -> released(prefix, length)).or(() -> joined(prefix, length));
    }

    /** Packed: from the smallest sufficient block. Sparse: from the largest, so that earlier allocations can grow. */
    private Optional<IpPrefix> neverHeld(Prefix prefix, int length) {
        Field<Integer> size = length(VACANCY.BLOCK);
        return first(
                prefix,
                length,
                VACANCY.FREE_SINCE.isNull(),
                prefix.sparse() ? size.asc() : size.desc(),
                VACANCY.BLOCK.asc());
    }

    private Optional<IpPrefix> released(Prefix prefix, int length) {
        return first(prefix, length, isRested(prefix), VACANCY.FREE_SINCE.asc(), VACANCY.BLOCK.asc());
    }

    private Optional<IpPrefix> first(Prefix prefix, int length, Condition condition, OrderField<?>... order) {
        return db
                .select(VACANCY.BLOCK)
                .from(VACANCY)
                .where(VACANCY.PREFIX_ID.eq(prefix.id()))
                .and(condition)
                .and(length(VACANCY.BLOCK).le(inline(length)))
                .orderBy(order)
                .limit(inline(CANDIDATES))
                .fetch(VACANCY.BLOCK)
                .stream()
                .flatMap(block -> parts(block, length).filter(part -> !prefix.keepsFree(part)))
                .findFirst();
    }

    /** The first parts of a block; one may be an excluded edge. */
    private static Stream<IpPrefix> parts(IpPrefix block, int length) {
        long count = Math.min(CANDIDATES, 1L << Math.min(length - block.length(), CANDIDATES));
        return Stream.iterate(0L, n -> n + 1).limit(count).map(n -> block.part(length, n));
    }

    /** Joins smaller free blocks that fill a whole part of the length. */
    private Optional<IpPrefix> joined(Prefix prefix, int length) {
        Field<IpPrefix> part = firstPart(VACANCY.BLOCK, length);
        BigInteger whole = BigInteger.ONE.shiftLeft(prefix.range().bits() - length);
        return db.select(part)
                .from(VACANCY)
                .where(VACANCY.PREFIX_ID.eq(prefix.id()))
                .and(VACANCY.FREE_SINCE.isNull().or(isRested(prefix)))
                .and(length(VACANCY.BLOCK).gt(inline(length)))
                .groupBy(part)
                .having(sum(size(VACANCY.BLOCK)).eq(new BigDecimal(whole)))
                .orderBy(max(VACANCY.FREE_SINCE).asc().nullsFirst(), part)
                .limit(inline(1))
                .fetchOptional(part);
    }

    private Condition isRested(Prefix prefix) {
        return VACANCY.FREE_SINCE.le(clock.instant().minus(prefix.rest()));
    }

    /** When the rest period of a block of the length ends; empty if none rests. */
    Optional<Instant> nextRested(Prefix prefix, int length) {
        return db.select(min(VACANCY.FREE_SINCE))
                .from(VACANCY)
                .where(VACANCY.PREFIX_ID.eq(prefix.id()))
                .and(VACANCY.FREE_SINCE.isNotNull())
                .and(isRested(prefix).not())
                .and(length(VACANCY.BLOCK).le(inline(length)))
                .fetchOptional(min(VACANCY.FREE_SINCE))
                .map(freed -> freed.plus(prefix.rest()));
    }
}
