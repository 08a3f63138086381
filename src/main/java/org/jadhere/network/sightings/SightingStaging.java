package org.jadhere.network.sightings;

import static org.jadhere.platform.db.PgAddresses.overlaps;
import static org.jadhere.platform.db.PgAddresses.within;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jadhere.platform.db.Tables.SIGHTING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jadhere.network.sightings.SightingImportReport.SkipReason;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Pg;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A temporary table with the lines of a router's table, in which SQL classifies the lines as kept or skipped. */
final class SightingStaging {

    private static final String KEPT = "kept";

    private static final Table<Record> LINE = table(name("sighting_line"));
    private static final Field<IpPrefix> ADDRESS = column(SIGHTING.ADDRESS);
    private static final Field<String> KIND = column(SIGHTING.KIND);
    private static final Field<Instant> SEEN_AT = column(SIGHTING.SEEN_AT);
    private static final Field<String> SOURCE = column(SIGHTING.SOURCE);
    private static final Field<String> STATUS = field(name("sighting_line", "status"), String.class);

    private final DSLContext db;

    SightingStaging(DSLContext db) {
        this.db = db;
        Pg.createTemporaryTable(
                db,
                LINE,
                select(
                                SIGHTING.ADDRESS,
                                SIGHTING.KIND,
                                SIGHTING.SEEN_AT,
                                SIGHTING.SOURCE,
                                inline("").as("status"))
                        .from(SIGHTING));
    }

    private static <T> Field<T> column(Field<T> column) {
        return field(name("sighting_line", column.getName()), column.getDataType());
    }

    Writer writer(Connection connection) throws SQLException {
        return Pg.copyInto(connection, LINE, ADDRESS, KIND, SEEN_AT, SOURCE, STATUS);
    }

    static void write(Writer rows, Sighting sighting) {
        String status = sighting.isNotRoutable() ? SkipReason.NOT_ROUTABLE.word() : "";
        try {
            rows.write(sighting.address() + "\t" + sighting.kind().word() + "\t" + sighting.seenAt() + "\t"
                    + sighting.source().replace("\\", "\\\\") + "\t" + status + "\n");
        } catch (IOException e) {
            throw new IllegalStateException("cannot copy a row to the database: " + e.getMessage(), e);
        }
    }

    /** Keeps addresses within a prefix or a present or past allocation of the association; counts the skipped lines. */
    Map<SkipReason, Integer> classify() {
        db.update(LINE)
                .set(
                        STATUS,
                        when(SEEN_AT.lt(function(name("sightings_kept_since"), Instant.class)), SkipReason.OLD.word())
                                .when(
                                        ours(within(ADDRESS, PREFIX.PREFIX_), within(ADDRESS, IP_ALLOCATION.ADDRESS)),
                                        KEPT)
                                .when(
                                        ours(
                                                overlaps(PREFIX.PREFIX_, ADDRESS),
                                                overlaps(IP_ALLOCATION.ADDRESS, ADDRESS)),
                                        SkipReason.WIDER.word())
                                .otherwise(SkipReason.ELSEWHERE.word()))
                .where(STATUS.eq(""))
                .execute();
        return skippedLines();
    }

    private Map<SkipReason, Integer> skippedLines() {
        var counts = db.select(STATUS, count()).from(LINE).groupBy(STATUS).fetchMap(STATUS, count());
        Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
        for (SkipReason reason : SkipReason.values()) {
            skipped.put(reason, counts.getOrDefault(reason.word(), 0));
        }
        return skipped;
    }

    private static Condition ours(Condition ofPrefix, Condition ofAllocation) {
        return DSL.exists(selectOne().from(PREFIX).where(ofPrefix))
                .or(DSL.exists(selectOne().from(IP_ALLOCATION).where(ofAllocation)));
    }

    /** Keeps the latest sighting of each address and kind, independent of the order of imports. */
    void merge() {
        db.insertInto(SIGHTING, SIGHTING.ADDRESS, SIGHTING.KIND, SIGHTING.SEEN_AT, SIGHTING.SOURCE)
                .select(select(ADDRESS, KIND, SEEN_AT, SOURCE)
                        .distinctOn(ADDRESS, KIND)
                        .from(LINE)
                        .where(STATUS.eq(KEPT))
                        .orderBy(ADDRESS, KIND, SEEN_AT.desc(), SOURCE))
                .onConflict(SIGHTING.ADDRESS, SIGHTING.KIND)
                .doUpdate()
                .set(SIGHTING.SEEN_AT, excluded(SIGHTING.SEEN_AT))
                .set(SIGHTING.SOURCE, excluded(SIGHTING.SOURCE))
                .where(SIGHTING.SEEN_AT.lt(excluded(SIGHTING.SEEN_AT)))
                .execute();
    }
}
