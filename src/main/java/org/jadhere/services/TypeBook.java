package org.jadhere.services;

import static org.jadhere.db.Tables.SERVICE_TYPE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.web.Missing;
import org.jadhere.web.Refused;
import org.jadhere.web.Seen;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Kinds of service are set up, and given to crews, by administrators, nobody else. */
@Component
class TypeBook {

    private static final Map<String, Refused> WORDS = Map.of(
            "service_type_name", new Refused("name", "error.type-name-taken"),
            "service_type_crew", new Refused("crew", "error.no-such-crew"),
            "service_type_of", new Refused("form", "error.type-has-services"));

    private final DSLContext db;
    private final ServiceTypes types;

    TypeBook(DSLContext db, ServiceTypes types) {
        this.db = db;
        this.types = types;
    }

    /**
     * @param once names the type: set up a second time, it stays one
     * @return its id
     */
    @Transactional
    public long setUp(Actor actor, ServiceType wanted, String once) {
        administrator(actor);
        return Refused.orSay(
                        WORDS,
                        () -> db.insertInto(SERVICE_TYPE)
                                .set(columns(wanted))
                                .set(SERVICE_TYPE.EXTERNAL_ID, once)
                                .onConflict(SERVICE_TYPE.EXTERNAL_ID)
                                .doNothing()
                                .returningResult(SERVICE_TYPE.ID)
                                .fetchOptional(SERVICE_TYPE.ID))
                .orElseGet(() -> db.fetchSingle(SERVICE_TYPE, SERVICE_TYPE.EXTERNAL_ID.eq(once))
                        .get(SERVICE_TYPE.ID));
    }

    @Transactional
    public void change(Actor actor, long id, ServiceType wanted, Seen seen) {
        seen.mustStillBe(TypeForm.fields(locked(actor, id)));
        Refused.orSay(
                WORDS,
                () -> db.update(SERVICE_TYPE)
                        .set(columns(wanted))
                        .where(SERVICE_TYPE.ID.eq(id))
                        .execute());
    }

    /** Refused while there are services of it. */
    @Transactional
    public void delete(Actor actor, long id) {
        locked(actor, id);
        Refused.orSay(
                WORDS,
                () -> db.deleteFrom(SERVICE_TYPE).where(SERVICE_TYPE.ID.eq(id)).execute());
    }

    private ServiceType locked(Actor actor, long id) {
        administrator(actor);
        db.select(SERVICE_TYPE.ID)
                .from(SERVICE_TYPE)
                .where(SERVICE_TYPE.ID.eq(id))
                .forUpdate()
                .execute();
        return types.find(actor, id).orElseThrow(Missing::new);
    }

    private static void administrator(Actor actor) {
        if (!actor.superuser()) {
            throw new AccessDeniedException("not for " + actor.username());
        }
    }

    private static Map<Field<?>, Object> columns(ServiceType type) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(SERVICE_TYPE.NAME, type.name());
        columns.put(SERVICE_TYPE.CREW_ID, type.crewId());
        columns.put(SERVICE_TYPE.USUAL_AMOUNT, type.usualAmount());
        columns.put(SERVICE_TYPE.USUAL_MONTHS, type.usualMonths());
        return columns;
    }
}
