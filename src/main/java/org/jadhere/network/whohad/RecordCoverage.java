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

/** What the records of allocations cover, as administrators say: how far back they are told, and where they are missing. */
@Component
public class RecordCoverage {

    static final String ALLOCATIONS = "allocations";

    private static final Map<String, RuleViolationException> WORDS =
            Map.of("record_gap_times", new RuleViolationException("until", "records.until-before-from"));

    private final DSLContext db;

    RecordCoverage(DSLContext db) {
        this.db = db;
    }

    /**
     * Records that are missing.
     *
     * @param from none where nothing was ever recorded before the end
     */
    public record Gap(long id, IpPrefix prefix, @Nullable Instant from, Instant until, String cause) {}

    /** For how many months; none where there is no limit. */
    Optional<Short> keptMonths() {
        return db.select(RETENTION.KEPT_MONTHS)
                .from(RETENTION)
                .where(RETENTION.KEPT_DATA.eq(ALLOCATIONS))
                .fetchOptional(RETENTION.KEPT_MONTHS);
    }

    /** Whether less would be kept than now, so that something goes for good. */
    boolean isShorter(short months) {
        return keptMonths().map(now -> months < now).orElse(true);
    }

    List<Gap> gaps() {
        return db.selectFrom(RECORD_GAP)
                .orderBy(RECORD_GAP.PREFIX, RECORD_GAP.LOST_UNTIL, RECORD_GAP.ID)
                .fetch(RecordCoverage::toGap);
    }

    /**
     * For how long: one year from the end of the connection (CPCE art. L34-1 II bis 3°; decree 2021-1362 art. 5). To keep
     * more, or less, is an offence (art. L39-3). Without a number all is kept, and nothing erased.
     */
    @Transactional
    public void keep(Actor actor, @Nullable Short months, FormSnapshot seen) {
        actor.must(actor.superuser());
        seen.requireUnchanged(RecordCoverageForm.fields(keptMonths()));
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
    public void miss(Actor actor, Gap gap) {
        actor.must(actor.superuser());
        RuleViolationException.translateConstraints(
                WORDS,
                () -> db.insertInto(RECORD_GAP)
                        .set(RECORD_GAP.PREFIX, gap.prefix())
                        .set(RECORD_GAP.LOST_FROM, gap.from())
                        .set(RECORD_GAP.LOST_UNTIL, gap.until())
                        .set(RECORD_GAP.CAUSE, gap.cause())
                        .execute());
    }

    /** The records were found again, or the gap was noted by mistake: the history keeps that it was said. */
    @Transactional
    public void missNoMore(Actor actor, long id) {
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
