package org.jadhere.network.whohad;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.RECORD_GAP;
import static org.jadhere.platform.db.Tables.RETENTION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The retention period of allocation records and the known gaps in them; only administrators may write. */
@Component
public class RecordCoverage {

    static final String ALLOCATIONS = "allocations";

    private static final Map<String, RuleViolationException> VIOLATIONS =
            Map.of("record_gap_times", new RuleViolationException("until", "records.until-before-from"));

    private final DSLContext db;

    RecordCoverage(DSLContext db) {
        this.db = db;
    }

    /**
     * Lost records of a prefix, from an instant (included) until another (excluded).
     *
     * @param from null if nothing was recorded before the end
     */
    public record Gap(long id, IpPrefix prefix, @Nullable Instant from, Instant until, String cause) {}

    /** The retention period in months; empty without a limit. */
    Optional<Short> keptMonths() {
        return db.select(RETENTION.KEPT_MONTHS)
                .from(RETENTION)
                .where(RETENTION.KEPT_DATA.eq(ALLOCATIONS))
                .fetchOptional(RETENTION.KEPT_MONTHS);
    }

    /** Whether a period is shorter than the current one, so that records would be erased for good. */
    boolean isShorter(short months) {
        return keptMonths().map(now -> months < now).orElse(true);
    }

    List<Gap> gaps() {
        return db.selectFrom(RECORD_GAP)
                .orderBy(RECORD_GAP.PREFIX, RECORD_GAP.LOST_UNTIL, RECORD_GAP.ID)
                .fetch(RecordCoverage::toGap);
    }

    /**
     * Sets the retention period: one year from the end of the connection (CPCE art. L34-1 II bis 3°; decree 2021-1362
     * art. 5). A longer or shorter period is an offence (art. L39-3). Null keeps everything.
     */
    @Transactional
    public void setKeptMonths(Actor actor, @Nullable Short months, FormSnapshot snapshot) {
        actor.must(actor.superuser());
        snapshot.requireUnchanged(RecordCoverageForm.fields(keptMonths()));
        if (months == null) {
            db.deleteFrom(RETENTION).where(RETENTION.KEPT_DATA.eq(ALLOCATIONS)).execute();
        } else {
            db.insertInto(RETENTION, RETENTION.KEPT_DATA, RETENTION.KEPT_MONTHS)
                    .values(ALLOCATIONS, months)
                    .onConflict(RETENTION.KEPT_DATA)
                    .doUpdate()
                    .set(RETENTION.KEPT_MONTHS, months)
                    .execute();
        }
    }

    @Transactional
    public void addGap(Actor actor, Gap gap) {
        actor.must(actor.superuser());
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.insertInto(RECORD_GAP)
                        .set(RECORD_GAP.PREFIX, gap.prefix())
                        .set(RECORD_GAP.LOST_FROM, gap.from())
                        .set(RECORD_GAP.LOST_UNTIL, gap.until())
                        .set(RECORD_GAP.CAUSE, gap.cause())
                        .execute());
    }

    /** Removes a gap whose records were found, or one added by mistake; the history keeps it. */
    @Transactional
    public void removeGap(Actor actor, long id) {
        actor.must(actor.superuser());
        lock(db, RECORD_GAP.ID, id);
        db.deleteFrom(RECORD_GAP).where(RECORD_GAP.ID.eq(id)).execute();
    }

    private static Gap toGap(Record row) {
        return new Gap(
                row.get(RECORD_GAP.ID),
                row.get(RECORD_GAP.PREFIX),
                row.get(RECORD_GAP.LOST_FROM),
                row.get(RECORD_GAP.LOST_UNTIL),
                row.get(RECORD_GAP.CAUSE));
    }
}
