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
 * Finds what a prefix can give next: what nobody ever held comes first, then what has been free for longest. What was given
 * up rests for as long as the prefix says. Each of the steps reads the first rows of an index.
 */
@Component
class FreeBlocks {

    /** Of a few blocks, one can give: no more than the first and the last address of a prefix are kept free. */
    private static final int FEW = 3;

    private final DSLContext db;
    private final Clock clock;

    FreeBlocks(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The next free part of a length; none where there is no room for it. */
    Optional<IpPrefix> next(Prefix prefix, int length) {
        if (length < prefix.range().length() || length > prefix.range().bits()) {
            return Optional.empty();
        }
        return untouched(prefix, length).or(() -> freed(prefix, length)).or(() -> joined(prefix, length));
    }

    /** Packed: from the smallest block that has room. Sparse: from the largest, so that what was given before can grow. */
    private Optional<IpPrefix> untouched(Prefix prefix, int length) {
        Field<Integer> size = length(VACANCY.BLOCK);
        return first(
                prefix,
                length,
                VACANCY.FREE_SINCE.isNull(),
                prefix.sparse() ? size.asc() : size.desc(),
                VACANCY.BLOCK.asc());
    }

    private Optional<IpPrefix> freed(Prefix prefix, int length) {
        return first(prefix, length, isRested(prefix), VACANCY.FREE_SINCE.asc(), VACANCY.BLOCK.asc());
    }

    private Optional<IpPrefix> first(Prefix prefix, int length, Condition which, OrderField<?>... order) {
        return db
                .select(VACANCY.BLOCK)
                .from(VACANCY)
                .where(VACANCY.PREFIX_ID.eq(prefix.id()))
                .and(which)
                .and(length(VACANCY.BLOCK).le(inline(length)))
                .orderBy(order)
                .limit(inline(FEW))
                .fetch(VACANCY.BLOCK)
                .stream()
                .flatMap(block -> parts(block, length).filter(part -> !prefix.keepsFree(part)))
                .findFirst();
    }

    /** The first ones: an edge may be among them, and after it comes what is none. */
    private static Stream<IpPrefix> parts(IpPrefix block, int length) {
        long count = Math.min(FEW, 1L << Math.min(length - block.length(), FEW));
        return Stream.iterate(0L, n -> n + 1).limit(count).map(n -> block.part(length, n));
    }

    /** Where no block has room, several that lie together may have it: what was given in small parts is given whole again. */
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

    /** When something of the length will have rested; none where nothing rests. */
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
