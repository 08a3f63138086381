package org.jadhere.network.publishing;

import static org.jadhere.platform.db.Tables.COVERED_AREA;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.db.Pg;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes covered areas; only administrators may write. They are few, so lists are not paged. */
@Component
class CoveredAreas {

    private final DSLContext db;

    CoveredAreas(DSLContext db) {
        this.db = db;
    }

    List<CoveredArea> all() {
        return db.selectFrom(COVERED_AREA)
                .orderBy(COVERED_AREA.NAME, COVERED_AREA.ID)
                .fetch(CoveredAreas::toArea);
    }

    Optional<CoveredArea> find(long id) {
        return db.selectFrom(COVERED_AREA).where(COVERED_AREA.ID.eq(id)).fetchOptional(CoveredAreas::toArea);
    }

    /** @param idempotencyKey identifies the request: the same key twice adds one row */
    @Transactional
    public void add(Actor actor, CoveredArea area, String idempotencyKey) {
        actor.must(actor.superuser());
        IdempotentInsert.insert(db, COVERED_AREA, columns(area), idempotencyKey);
    }

    @Transactional
    public void change(Actor actor, CoveredArea area, FormSnapshot snapshot) {
        snapshot.requireUnchanged(CoveredAreaForm.fields(locked(actor, area.id())));
        db.update(COVERED_AREA)
                .set(columns(area))
                .where(COVERED_AREA.ID.eq(area.id()))
                .execute();
    }

    @Transactional
    public void remove(Actor actor, long id) {
        locked(actor, id);
        db.deleteFrom(COVERED_AREA).where(COVERED_AREA.ID.eq(id)).execute();
    }

    private CoveredArea locked(Actor actor, long id) {
        actor.must(actor.superuser());
        Pg.lock(db, COVERED_AREA.ID, id);
        return find(id).orElseThrow(NotFoundException::new);
    }

    private static Map<Field<?>, @Nullable Object> columns(CoveredArea area) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(COVERED_AREA.NAME, area.name());
        columns.put(COVERED_AREA.TECHNOLOGIES, area.technologies().toArray(String[]::new));
        columns.put(COVERED_AREA.AREA, area.geoJson() == null ? null : JSONB.jsonb(area.geoJson()));
        return columns;
    }

    private static CoveredArea toArea(Record row) {
        JSONB area = row.get(COVERED_AREA.AREA);
        return new CoveredArea(
                row.get(COVERED_AREA.ID),
                row.get(COVERED_AREA.NAME),
                List.of(row.get(COVERED_AREA.TECHNOLOGIES)),
                area == null ? null : GeoJson.node(area.data()).toString());
    }
}
