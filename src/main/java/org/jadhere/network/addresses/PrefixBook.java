package org.jadhere.network.addresses;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.PREFIX;

import java.util.HashMap;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes prefixes; only administrators may. */
@Component
class PrefixBook {

    private final DSLContext db;
    private final Prefixes prefixes;

    PrefixBook(DSLContext db, Prefixes prefixes) {
        this.db = db;
        this.prefixes = prefixes;
    }

    /** Returns the id of the prefix. */
    @Transactional
    public long add(Actor actor, Prefix prefix) {
        actor.must(actor.superuser());
        var violations = Map.of(
                "prefix_once",
                new RuleViolationException(
                        "prefix", "prefixes.known", prefix.range().toString()));
        return RuleViolationException.translateConstraints(
                violations,
                () -> db.insertInto(PREFIX)
                        .set(PREFIX.PREFIX_, prefix.range())
                        .set(columns(prefix))
                        .returningResult(PREFIX.ID)
                        .fetchSingle(PREFIX.ID));
    }

    /** Changes all fields but the range, which never changes. */
    @Transactional
    public void change(Actor actor, Prefix prefix, FormSnapshot snapshot) {
        snapshot.requireUnchanged(PrefixForm.fields(locked(actor, prefix.id())));
        db.update(PREFIX).set(columns(prefix)).where(PREFIX.ID.eq(prefix.id())).execute();
    }

    /** Removes a prefix; its allocations stay, as they do not refer to it. */
    @Transactional
    public void remove(Actor actor, long id) {
        locked(actor, id);
        db.deleteFrom(PREFIX).where(PREFIX.ID.eq(id)).execute();
    }

    private Prefix locked(Actor actor, long id) {
        actor.must(actor.superuser());
        lock(db, PREFIX.ID, id);
        return prefixes.find(id).orElseThrow(NotFoundException::new);
    }

    private static Map<Field<?>, @Nullable Object> columns(Prefix prefix) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(PREFIX.DESCRIPTION, prefix.description());
        columns.put(PREFIX.KIND, prefix.use().word());
        columns.put(PREFIX.PART_LENGTH, prefix.partLength());
        columns.put(PREFIX.SPARSE, prefix.sparse());
        columns.put(PREFIX.KEEPS_EDGES, prefix.keepsEdges());
        columns.put(PREFIX.WARN_PERCENT, prefix.warnPercent());
        columns.put(PREFIX.REST_DAYS, prefix.restDays() == 0 ? null : prefix.restDays());
        return columns;
    }
}
