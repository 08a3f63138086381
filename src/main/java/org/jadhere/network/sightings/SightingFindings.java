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
import java.util.Optional;
import java.util.function.Consumer;
import org.jadhere.network.sightings.SightingFinding.AllocationRef;
import org.jadhere.network.sightings.SightingFinding.Type;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.Word;
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

/** The findings of the last import, without those corrected since. */
@Component
public class SightingFindings {

    // An alias for the subquery, since the query joins the table as well.
    private static final org.jadhere.platform.db.tables.IpAllocation HOLDER = IP_ALLOCATION.as("holder");

    private final DSLContext db;

    SightingFindings(DSLContext db) {
        this.db = db;
    }

    enum Order implements Sort {
        ADDRESS;

        @Override
        public By by() {
            return By.asc(SIGHTING_FINDING.ADDRESS);
        }
    }

    /**
     * The last import.
     *
     * @param silentDays after how many days without a sighting an allocation counts as silent
     */
    public record LastImport(Instant at, int lines, int passedOver, int silentDays) {}

    Optional<LastImport> lastImport() {
        return db.selectFrom(SIGHTING_FILE)
                .orderBy(SIGHTING_FILE.ID.desc())
                .limit(1)
                .fetchOptional(file -> new LastImport(
                        file.get(SIGHTING_FILE.AT),
                        file.get(SIGHTING_FILE.LINES),
                        file.get(SIGHTING_FILE.PASSED_OVER),
                        file.get(SIGHTING_FILE.SILENT_DAYS)));
    }

    @StandbyRead
    Page<SightingFinding> page(Actor actor, @Nullable Type type, Keyset place) {
        actor.must(actor.superuser());
        return place.page(listed(type), Order.ADDRESS, SIGHTING_FINDING.ID, SightingFindings::toFinding);
    }

    /** For the command line, whose user can read all data anyway. */
    @StandbyRead
    @Transactional(readOnly = true)
    void each(Type type, Consumer<SightingFinding> finding) {
        Keyset.each(listed(type), Order.ADDRESS, SIGHTING_FINDING.ID, SightingFindings::toFinding, finding);
    }

    private SelectConditionStep<Record> listed(@Nullable Type type) {
        return db.select(SIGHTING_FINDING.asterisk())
                .select(IP_ALLOCATION.SERVICE_ID, SERVICE.LABEL)
                .from(SIGHTING_FINDING)
                .leftJoin(IP_ALLOCATION)
                .on(IP_ALLOCATION.ID.eq(SIGHTING_FINDING.ALLOCATION_ID))
                .leftJoin(SERVICE)
                .on(SERVICE.ID.eq(IP_ALLOCATION.SERVICE_ID))
                .where(given(type, wanted -> SIGHTING_FINDING.FINDING.eq(inline(wanted.word()))))
                .and(isCurrent());
    }

    /** A silent allocation may have ended since; an unallocated address may have been allocated for that time. */
    private static Condition isCurrent() {
        var silent = SIGHTING_FINDING.FINDING.eq(inline(Type.SILENT.word()));
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
                Word.of(Type.class, row.get(SIGHTING_FINDING.FINDING)).orElseThrow(),
                row.get(SIGHTING_FINDING.ADDRESS),
                allocation == null
                        ? null
                        : new AllocationRef(allocation, row.get(IP_ALLOCATION.SERVICE_ID), row.get(SERVICE.LABEL)),
                row.get(SIGHTING_FINDING.SINCE),
                row.get(SIGHTING_FINDING.SEEN_AT),
                row.get(SIGHTING_FINDING.KIND),
                row.get(SIGHTING_FINDING.SOURCE));
    }
}
