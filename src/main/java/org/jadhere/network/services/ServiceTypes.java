package org.jadhere.network.services;

import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.SERVICE;
import static org.jadhere.platform.db.Tables.SERVICE_TYPE;
import static org.jadhere.platform.web.Sort.By.asc;
import static org.jadhere.platform.web.Sort.By.desc;
import static org.jooq.impl.DSL.count;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.postgres.StandbyRead;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.jadhere.platform.web.Sort;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;

/** Reads service types; a query with an {@link Actor} returns only the types that this user may see. */
@Component
public class ServiceTypes {

    private final DSLContext db;

    ServiceTypes(DSLContext db) {
        this.db = db;
    }

    /** The orders of the list. */
    public enum Order implements Sort {
        NAME(asc(SERVICE_TYPE.NAME)),
        NAME_DESC(desc(SERVICE_TYPE.NAME));

        private final By by;

        Order(By by) {
            this.by = by;
        }

        @Override
        public By by() {
            return by;
        }

        static Order of(Form form) {
            return Objects.requireNonNullElse(form.choice("sort", Order.class), NAME);
        }
    }

    public Optional<ServiceType> find(Actor actor, long id) {
        return types().where(SERVICE_TYPE.ID.eq(id))
                .and(ServiceRights.typesSeenBy(actor))
                .fetchOptional(ServiceTypes::toType);
    }

    @StandbyRead
    public Page<ServiceType> page(Actor actor, Order order, Keyset place) {
        return place.page(
                types().where(ServiceRights.typesSeenBy(actor)), order, SERVICE_TYPE.ID, ServiceTypes::toType);
    }

    /** The types that a crew manages. */
    public List<ServiceType.Ref> managedBy(long crewId) {
        return refs(SERVICE_TYPE.CREW_ID.eq(crewId));
    }

    /** The types by which the user may filter a list. */
    public List<ServiceType.Ref> choices(Actor actor) {
        return refs(ServiceRights.typeNamesSeenBy(actor));
    }

    /** The types that applicants may ask for; public. */
    public List<ServiceType.Ref> offered() {
        return refs(SERVICE_TYPE.OFFERED.isTrue());
    }

    private List<ServiceType.Ref> refs(Condition condition) {
        return db.select(SERVICE_TYPE.ID, SERVICE_TYPE.NAME)
                .from(SERVICE_TYPE)
                .where(condition)
                .orderBy(SERVICE_TYPE.NAME)
                .fetch(row -> new ServiceType.Ref(row.value1(), row.value2()));
    }

    private SelectOnConditionStep<Record> types() {
        return db.select(SERVICE_TYPE.asterisk(), CREW.NAME.as("crew"))
                .from(SERVICE_TYPE)
                .leftJoin(CREW)
                .on(CREW.ID.eq(SERVICE_TYPE.CREW_ID));
    }

    private static ServiceType toType(Record row) {
        return new ServiceType(
                row.get(SERVICE_TYPE.ID),
                row.get(SERVICE_TYPE.NAME),
                row.get(SERVICE_TYPE.CREW_ID),
                row.get("crew", String.class),
                row.get(SERVICE_TYPE.USUAL_AMOUNT),
                row.get(SERVICE_TYPE.USUAL_MONTHS),
                row.get(SERVICE_TYPE.OFFERED),
                row.get(SERVICE_TYPE.INTERNET_ACCESS));
    }

    /** The number of services of each type that are prepared for a future member today; absent where there are none. */
    public Map<Long, Long> toAssign(Collection<Long> typeIds) {
        return db.select(SERVICE.TYPE_ID, count())
                .from(SERVICE)
                .where(SERVICE.STARTS_ON.isNull())
                .and(SERVICE.TYPE_ID.in(typeIds))
                .groupBy(SERVICE.TYPE_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
    }
}
