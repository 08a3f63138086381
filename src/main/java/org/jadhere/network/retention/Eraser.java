package org.jadhere.network.retention;

import static org.jadhere.platform.db.Tables.ALLOCATION_TRACE;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jadhere.platform.db.Tables.SIGHTING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases the traces of allocations that ended before the retention period (CPCE art. L34-1 II bis 3°; decree 2021-1362
 * art. 5: one year from the end of the connection), and sightings older than three months (CPCE art. R10-14 IV). Each
 * batch is one transaction; the database checks what may be erased, and parallel runs erase each row once.
 */
@Component
public class Eraser {

    private static final int BATCH_SIZE = 2000;

    // The clock of the database, which refuses an instant that is ahead of it.
    private static final Field<Instant> NOW = function(name("clock_timestamp"), Instant.class);
    private static final Field<Instant> KEPT_SINCE = function(name("allocations_kept_since"), Instant.class);
    private static final Field<Instant> SIGHTINGS_KEPT_SINCE = function(name("sightings_kept_since"), Instant.class);

    private final DSLContext db;
    private final TransactionOperations transaction;

    Eraser(DSLContext db, TransactionOperations transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Counts what the current setting would erase. */
    @Transactional(readOnly = true)
    public ExpiredRecords expired() {
        return expired(fetch(KEPT_SINCE));
    }

    /** Counts what a retention period of this many months would erase. */
    @Transactional(readOnly = true)
    public ExpiredRecords expiredIfKept(int months) {
        return expired(fetch(function(name("months_before"), Instant.class, NOW, val(months))));
    }

    private @Nullable Instant fetch(Field<Instant> instant) {
        return db.select(instant).fetchSingle().value1();
    }

    private ExpiredRecords expired(@Nullable Instant keptSince) {
        Condition ended = ALLOCATION_TRACE.ENDED_AT.le(keptSince);
        var traces = db.select(count(), min(ALLOCATION_TRACE.ENDED_AT), max(ALLOCATION_TRACE.ENDED_AT))
                .from(ALLOCATION_TRACE)
                .where(ended)
                .fetchSingle();
        int lines = db.fetchCount(
                HISTORY,
                row(HISTORY.TABLE_NAME, HISTORY.ROW_ID)
                        .in(select(ALLOCATION_TRACE.TABLE_NAME, ALLOCATION_TRACE.ROW_ID)
                                .from(ALLOCATION_TRACE)
                                .where(ended)));
        int sightings = db.fetchCount(SIGHTING, SIGHTING.SEEN_AT.lt(fetch(SIGHTINGS_KEPT_SINCE)));
        return new ExpiredRecords(keptSince, traces.value1(), lines, sightings, traces.value2(), traces.value3());
    }

    /** Erases all batches; the caller sets the {@link org.jadhere.platform.audit.Author}. */
    public Erased erase() {
        Instant keptSince = fetch(KEPT_SINCE);
        int allocations = keptSince == null ? 0 : eraseInBatches("erase_allocations", val(keptSince), val(BATCH_SIZE));
        return new Erased(keptSince, allocations, eraseInBatches("forget_sightings", val(BATCH_SIZE)));
    }

    /** The number of erased rows. */
    public record Erased(@Nullable Instant keptSince, int allocations, int sightings) {}

    private int eraseInBatches(String function, Field<?>... arguments) {
        int total = 0;
        Integer erased;
        do {
            erased = transaction.execute(status -> db.select(function(name(function), Integer.class, arguments))
                    .fetchSingle()
                    .value1());
            total += erased == null ? 0 : erased;
        } while (erased != null && erased > 0);
        return total;
    }
}
