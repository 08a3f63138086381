package org.jadhere.network.services;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes service types; only administrators may. */
@Component
class ServiceTypeBook {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.of(
            "service_type_name", new RuleViolationException("name", "error.type-name-taken"),
            "service_type_crew", new RuleViolationException("crew", "error.no-such-crew"),
            "service_type_of", new RuleViolationException("form", "error.type-has-services"));

    private final DSLContext db;
    private final ServiceTypes types;

    ServiceTypeBook(DSLContext db, ServiceTypes types) {
        this.db = db;
        this.types = types;
    }

    /**
     * @param idempotencyKey identifies the request: the same key twice adds one row
     * @return the id of the type
     */
    @Transactional
    public long add(Actor actor, ServiceType wanted, String idempotencyKey) {
        actor.must(actor.superuser());
        return RuleViolationException.translateConstraints(
                        VIOLATIONS, () -> IdempotentInsert.insert(db, SERVICE_TYPE, columns(wanted), idempotencyKey))
                .id();
    }

    @Transactional
    public void change(Actor actor, long id, ServiceType wanted, FormSnapshot snapshot) {
        snapshot.requireUnchanged(ServiceTypeForm.fields(locked(actor, id)));
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(SERVICE_TYPE)
                        .set(columns(wanted))
                        .where(SERVICE_TYPE.ID.eq(id))
                        .execute());
    }

    /** Refused while services of the type exist. */
    @Transactional
    public void delete(Actor actor, long id) {
        locked(actor, id);
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.deleteFrom(SERVICE_TYPE).where(SERVICE_TYPE.ID.eq(id)).execute());
    }

    private ServiceType locked(Actor actor, long id) {
        actor.must(actor.superuser());
        lock(db, SERVICE_TYPE.ID, id);
        return types.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private static Map<Field<?>, Object> columns(ServiceType type) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(SERVICE_TYPE.NAME, type.name());
        columns.put(SERVICE_TYPE.CREW_ID, type.crewId());
        columns.put(SERVICE_TYPE.USUAL_AMOUNT, type.usualAmount());
        columns.put(SERVICE_TYPE.USUAL_MONTHS, type.usualMonths());
        columns.put(SERVICE_TYPE.OFFERED, type.offered());
        columns.put(SERVICE_TYPE.INTERNET_ACCESS, type.internetAccess());
        return columns;
    }
}
