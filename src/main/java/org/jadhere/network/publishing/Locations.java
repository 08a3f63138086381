package org.jadhere.network.publishing;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.PgAddresses.holderNow;
import static org.jadhere.platform.db.Tables.LOCATION;
import static org.jadhere.platform.db.Tables.PREFIX;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes locations; only administrators may write, and never for a prefix that one subscriber holds. */
@Component
class Locations {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.of(
            "location_once", new RuleViolationException("prefix", "error.location-known"),
            "location_prefix", new RuleViolationException("prefix", "error.no-such-prefix"),
            "location_not_single", new RuleViolationException("prefix", "error.location-subscriber"),
            "location_no_subscriber", new RuleViolationException("prefix", "error.location-subscriber"),
            "location_region", new RuleViolationException("region", "error.region"),
            "location_city", new RuleViolationException("city", "error.city"));

    private final DSLContext db;

    Locations(DSLContext db) {
        this.db = db;
    }

    List<Location> all() {
        return db.selectFrom(LOCATION).orderBy(LOCATION.PREFIX).fetch(Locations::toLocation);
    }

    /** Excludes prefixes that one service holds now. */
    List<Location> published() {
        return db.selectFrom(LOCATION)
                .where(holderNow(LOCATION.PREFIX).isNull())
                .orderBy(LOCATION.PREFIX)
                .fetch(Locations::toLocation);
    }

    /** The prefixes, single addresses excluded, that have no location. */
    List<IpPrefix> prefixesWithoutLocation() {
        return db
                .select(PREFIX.PREFIX_)
                .from(PREFIX)
                .where(PREFIX.PREFIX_.notIn(select(LOCATION.PREFIX).from(LOCATION)))
                .orderBy(PREFIX.PREFIX_)
                .fetch(PREFIX.PREFIX_)
                .stream()
                .filter(prefix -> !prefix.isSingleAddress())
                .toList();
    }

    Optional<Location> find(long id) {
        return db.selectFrom(LOCATION).where(LOCATION.ID.eq(id)).fetchOptional(Locations::toLocation);
    }

    /** @param idempotencyKey identifies the request: the same key twice adds one row */
    @Transactional
    public void add(Actor actor, Location location, String idempotencyKey) {
        actor.must(actor.superuser());
        RuleViolationException.translateConstraints(
                VIOLATIONS, () -> IdempotentInsert.insert(db, LOCATION, columns(location), idempotencyKey));
    }

    @Transactional
    public void change(Actor actor, Location location, FormSnapshot snapshot) {
        snapshot.requireUnchanged(LocationForm.fields(locked(actor, location.id())));
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(LOCATION)
                        .set(columns(location))
                        .where(LOCATION.ID.eq(location.id()))
                        .execute());
    }

    @Transactional
    public void remove(Actor actor, long id) {
        locked(actor, id);
        db.deleteFrom(LOCATION).where(LOCATION.ID.eq(id)).execute();
    }

    private Location locked(Actor actor, long id) {
        actor.must(actor.superuser());
        lock(db, LOCATION.ID, id);
        return find(id).orElseThrow(NotFoundException::new);
    }

    private static Map<Field<?>, Object> columns(Location location) {
        return Map.of(
                LOCATION.PREFIX, location.prefix(),
                LOCATION.COUNTRY, location.country(),
                LOCATION.REGION, location.region(),
                LOCATION.CITY, location.city());
    }

    private static Location toLocation(Record row) {
        return new Location(
                row.get(LOCATION.ID),
                row.get(LOCATION.PREFIX),
                row.get(LOCATION.COUNTRY),
                row.get(LOCATION.REGION),
                row.get(LOCATION.CITY));
    }
}
