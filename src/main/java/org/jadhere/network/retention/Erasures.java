package org.jadhere.network.retention;

import static org.jadhere.platform.db.Tables.ERASURE;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Sort;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The log of erasures; the database appends to it and refuses changes. */
@Component
public class Erasures {

    private final DSLContext db;

    Erasures(DSLContext db) {
        this.db = db;
    }

    /**
     * One batch.
     *
     * @param door the entry point (web, command line, job) of the request
     * @param keptSince allocations that ended until then were erased; null for sightings
     */
    public record Erasure(
            Instant at,
            String actor,
            String door,
            @Nullable Instant keptSince,
            int allocations,
            int lines,
            int sightings) {}

    enum Order implements Sort {
        NEWEST;

        @Override
        public By by() {
            return By.desc(ERASURE.ID);
        }
    }

    public Page<Erasure> page(Actor actor, Keyset place) {
        actor.must(actor.superuser());
        return place.page(
                db.select(ERASURE.asterisk()).from(ERASURE).where(noCondition()),
                Order.NEWEST,
                ERASURE.ID,
                Erasures::toErasure);
    }

    private static Erasure toErasure(Record row) {
        return new Erasure(
                row.get(ERASURE.AT),
                row.get(ERASURE.ACTOR),
                row.get(ERASURE.DOOR),
                row.get(ERASURE.KEPT_SINCE),
                row.get(ERASURE.ALLOCATIONS),
                row.get(ERASURE.LINES),
                row.get(ERASURE.SIGHTINGS));
    }
}
