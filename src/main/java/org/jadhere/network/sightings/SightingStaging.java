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
import org.jadhere.network.sightings.SightingImportReport.PassedOver;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.db.Pg;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The lines of a router's table in a temporary table of the transaction, sorted in sets into what is kept and what is not. */
final class SightingStaging {

    private static final String KEPT = "kept";

    private static final Table<Record> LINE = table(name("sighting_line"));
    private static final Field<IpPrefix> ADDRESS = column(SIGHTING.ADDRESS);
    private static final Field<String> KIND = column(SIGHTING.KIND);
    private static final Field<Instant> SEEN_AT = column(SIGHTING.SEEN_AT);
    private static final Field<String> SOURCE = column(SIGHTING.SOURCE);
    private static final Field<String> PLACE = field(name("sighting_line", "place"), String.class);

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
                                inline("").as("place"))
                        .from(SIGHTING));
    }

    private static <T> Field<T> column(Field<T> column) {
        return field(name("sighting_line", column.getName()), column.getDataType());
    }

    Writer writer(Connection connection) throws SQLException {
        return Pg.copyInto(connection, LINE, ADDRESS, KIND, SEEN_AT, SOURCE, PLACE);
    }

    static void write(Writer rows, Sighting sighting) {
        String place = sighting.isNobodys() ? PassedOver.NOBODYS.word() : "";
        try {
            rows.write(sighting.address() + "\t" + sighting.way().word() + "\t" + sighting.seenAt() + "\t"
                    + sighting.source().replace("\\", "\\\\") + "\t" + place + "\n");
        } catch (IOException e) {
            throw new IllegalStateException("the database stopped taking rows: " + e.getMessage(), e);
        }
    }

    /** What is ours lies in a prefix of the association, or in what it ever allocated. */
    Map<PassedOver, Integer> sort() {
        db.update(LINE)
                .set(
                        PLACE,
                        when(SEEN_AT.lt(function(name("sightings_kept_since"), Instant.class)), PassedOver.OLD.word())
                                .when(
                                        ours(within(ADDRESS, PREFIX.PREFIX_), within(ADDRESS, IP_ALLOCATION.ADDRESS)),
                                        KEPT)
                                .when(
                                        ours(
                                                overlaps(PREFIX.PREFIX_, ADDRESS),
                                                overlaps(IP_ALLOCATION.ADDRESS, ADDRESS)),
                                        PassedOver.WIDER.word())
                                .otherwise(PassedOver.ELSEWHERE.word()))
                .where(PLACE.eq(""))
                .execute();
        var counts = db.select(PLACE, count()).from(LINE).groupBy(PLACE).fetchMap(PLACE, count());
        Map<PassedOver, Integer> passed = new EnumMap<>(PassedOver.class);
        for (PassedOver reason : PassedOver.values()) {
            passed.put(reason, counts.getOrDefault(reason.word(), 0));
        }
        return passed;
    }

    private static Condition ours(Condition ofPrefix, Condition ofAllocation) {
        return DSL.exists(selectOne().from(PREFIX).where(ofPrefix))
                .or(DSL.exists(selectOne().from(IP_ALLOCATION).where(ofAllocation)));
    }

    /** Of each address and kind the last time counts, whatever the order in which files come. */
    void merge() {
        db.insertInto(SIGHTING, SIGHTING.ADDRESS, SIGHTING.KIND, SIGHTING.SEEN_AT, SIGHTING.SOURCE)
                .select(select(ADDRESS, KIND, SEEN_AT, SOURCE)
                        .distinctOn(ADDRESS, KIND)
                        .from(LINE)
                        .where(PLACE.eq(KEPT))
                        .orderBy(ADDRESS, KIND, SEEN_AT.desc(), SOURCE))
                .onConflict(SIGHTING.ADDRESS, SIGHTING.KIND)
                .doUpdate()
                .set(SIGHTING.SEEN_AT, excluded(SIGHTING.SEEN_AT))
                .set(SIGHTING.SOURCE, excluded(SIGHTING.SOURCE))
                .where(SIGHTING.SEEN_AT.lt(excluded(SIGHTING.SEEN_AT)))
                .execute();
    }
}
