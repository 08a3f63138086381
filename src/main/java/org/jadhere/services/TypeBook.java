package org.jadhere.services;

import static org.jadhere.db.Pg.lock;
import static org.jadhere.db.Tables.SERVICE_TYPE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.db.Once;
import org.jadhere.web.Missing;
import org.jadhere.web.Refused;
import org.jadhere.web.Seen;
import org.jooq.DSLContext;
import org.jooq.Field;
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
        actor.must(actor.superuser());
        return Refused.orSay(WORDS, () -> Once.insert(db, SERVICE_TYPE, columns(wanted), once))
                .id();
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
        actor.must(actor.superuser());
        lock(db, SERVICE_TYPE.ID, id);
        return types.find(actor, id).orElseThrow(Missing::new);
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
