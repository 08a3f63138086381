package org.jadhere.network.addresses;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.jadhere.platform.db.PgAddresses.overlaps;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.PREFIX_USE;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Word;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads the association's prefixes. They are few, so lists are not paged. */
@Component
public class Prefixes {

    private final DSLContext db;

    Prefixes(DSLContext db) {
        this.db = db;
    }

    /** All prefixes in network order, each with its use. */
    public List<PrefixLine> all() {
        var prefixes = db.selectFrom(PREFIX).orderBy(PREFIX.PREFIX_).fetch(Prefixes::toPrefix);
        return PrefixLine.nested(prefixes, uses(prefixes));
    }

    private Map<Long, PrefixUse> uses(List<Prefix> prefixes) {
        var counts = db.select(PREFIX_USE.PREFIX_ID, sum(PREFIX_USE.TAKEN))
                .from(PREFIX_USE)
                .groupBy(PREFIX_USE.PREFIX_ID)
                .fetchMap(PREFIX_USE.PREFIX_ID, row -> row.get(1, BigDecimal.class));
        Map<Long, PrefixUse> uses = new HashMap<>();
        for (Prefix prefix : prefixes) {
            BigDecimal held = counts.getOrDefault(prefix.id(), BigDecimal.ZERO);
            uses.put(prefix.id(), new PrefixUse(prefix.range().addresses(), held.toBigInteger()));
        }
        return uses;
    }

    Optional<Prefix> find(long id) {
        return db.selectFrom(PREFIX).where(PREFIX.ID.eq(id)).fetchOptional(Prefixes::toPrefix);
    }

    /** @param inside the prefixes inside, which this one does not allocate: own, reserved, and other pools */
    PrefixMap map(Prefix prefix, List<Prefix> inside) {
        return PrefixMap.of(
                prefix, heldByBlock(prefix), inside.stream().map(Prefix::range).toList());
    }

    private Map<IpPrefix, BigInteger> heldByBlock(Prefix prefix) {
        return db.selectFrom(PREFIX_USE).where(PREFIX_USE.PREFIX_ID.eq(prefix.id())).stream()
                .collect(toMap(
                        row -> row.get(PREFIX_USE.BLOCK),
                        row -> row.get(PREFIX_USE.TAKEN).toBigInteger()));
    }

    /** The prefixes that overlap a range, the widest first. */
    List<Prefix> overlapping(IpPrefix range) {
        return db.selectFrom(PREFIX)
                .where(overlaps(PREFIX.PREFIX_, range))
                .orderBy(PREFIX.PREFIX_)
                .fetch(Prefixes::toPrefix);
    }

    /** The prefixes inside this one under true, those that contain it, the widest first, under false. */
    Map<Boolean, List<Prefix>> related(Prefix prefix) {
        return overlapping(prefix.range()).stream()
                .filter(other -> other.id() != prefix.id())
                .collect(groupingBy(other -> prefix.range().contains(other.range())));
    }

    private static Prefix toPrefix(Record row) {
        Short part = row.get(PREFIX.PART_LENGTH);
        Short warn = row.get(PREFIX.WARN_PERCENT);
        Short rest = row.get(PREFIX.REST_DAYS);
        return new Prefix(
                row.get(PREFIX.ID),
                row.get(PREFIX.PREFIX_),
                row.get(PREFIX.DESCRIPTION),
                Word.of(Prefix.Use.class, row.get(PREFIX.KIND)).orElseThrow(),
                part == null ? null : Integer.valueOf(part),
                row.get(PREFIX.SPARSE),
                row.get(PREFIX.KEEPS_EDGES),
                warn == null ? null : Integer.valueOf(warn),
                rest == null ? 0 : rest);
    }
}
