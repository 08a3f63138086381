package org.jadhere.network.sightings;

import static org.jadhere.platform.db.Pg.during;
import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.PgAddresses.overlaps;
import static org.jadhere.platform.db.Tables.IP_ALLOCATION;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SIGHTING_FILE;
import static org.jadhere.platform.db.Tables.SIGHTING_FINDING;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.network.sightings.SightingFinding.Holding;
import org.jadhere.network.sightings.SightingFinding.What;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Sort;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was found when routers were heard last, less what has been put right since. */
@Component
public class SightingFindings {

    // The same allocation as a joined one; the alias of the subquery is another.
    private static final org.jadhere.platform.db.tables.IpAllocation HOLDER = IP_ALLOCATION.as("holder");

    private final DSLContext db;

    SightingFindings(DSLContext db) {
        this.db = db;
    }

    /** The one order of the lists. */
    enum Order implements Sort {
        ADDRESS;

        @Override
        public By by() {
            return By.asc(SIGHTING_FINDING.ADDRESS);
        }
    }

    /**
     * When routers were heard.
     *
     * @param silentDays after how many days without a sign an allocation was called silent
     */
    public record Last(Instant at, int lines, int passedOver, int silentDays) {}

    Optional<Last> last() {
        return db.selectFrom(SIGHTING_FILE)
                .orderBy(SIGHTING_FILE.ID.desc())
                .limit(1)
                .fetchOptional(file -> new Last(
                        file.get(SIGHTING_FILE.AT),
                        file.get(SIGHTING_FILE.LINES),
                        file.get(SIGHTING_FILE.PASSED_OVER),
                        file.get(SIGHTING_FILE.SILENT_DAYS)));
    }

    @StandbyRead
    Page<SightingFinding> page(Actor actor, @Nullable What what, Keyset place) {
        actor.must(actor.superuser());
        return place.page(listed(what), Order.ADDRESS, SIGHTING_FINDING.ID, SightingFindings::toFinding);
    }

    /** At the keyboard of the server, where all data are in reach anyway. */
    @StandbyRead
    @Transactional(readOnly = true)
    void each(What what, Consumer<SightingFinding> finding) {
        Keyset.each(listed(what), Order.ADDRESS, SIGHTING_FINDING.ID, SightingFindings::toFinding, finding);
    }

    private SelectConditionStep<Record> listed(@Nullable What what) {
        return db.select(SIGHTING_FINDING.asterisk())
                .select(IP_ALLOCATION.SERVICE_ID, SERVICE.LABEL)
                .from(SIGHTING_FINDING)
                .leftJoin(IP_ALLOCATION)
                .on(IP_ALLOCATION.ID.eq(SIGHTING_FINDING.ALLOCATION_ID))
                .leftJoin(SERVICE)
                .on(SERVICE.ID.eq(IP_ALLOCATION.SERVICE_ID))
                .where(given(what, wanted -> SIGHTING_FINDING.FINDING.eq(inline(wanted.word()))))
                .and(stillSo());
    }

    /** Silence ends with the allocation; what was held by nobody may have been written down in the meantime. */
    private static Condition stillSo() {
        var silent = SIGHTING_FINDING.FINDING.eq(inline(What.SILENT.word()));
        var unheld = notExists(selectOne()
                .from(HOLDER)
                .where(overlaps(HOLDER.ADDRESS, SIGHTING_FINDING.ADDRESS))
                .and(during(HOLDER.HELD_FROM, HOLDER.HELD_UNTIL, SIGHTING_FINDING.SEEN_AT)));
        return silent.and(IP_ALLOCATION.HELD_UNTIL.isNull()).or(silent.not().and(unheld));
    }

    private static SightingFinding toFinding(Record row) {
        Long allocation = row.get(SIGHTING_FINDING.ALLOCATION_ID);
        return new SightingFinding(
                row.get(SIGHTING_FINDING.ID),
                What.valueOf(row.get(SIGHTING_FINDING.FINDING).toUpperCase(Locale.ROOT)),
                row.get(SIGHTING_FINDING.ADDRESS),
                allocation == null
                        ? null
                        : new Holding(allocation, row.get(IP_ALLOCATION.SERVICE_ID), row.get(SERVICE.LABEL)),
                row.get(SIGHTING_FINDING.SINCE),
                row.get(SIGHTING_FINDING.SEEN_AT),
                row.get(SIGHTING_FINDING.KIND),
                row.get(SIGHTING_FINDING.SOURCE));
    }
}
