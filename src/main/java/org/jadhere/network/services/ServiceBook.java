package org.jadhere.network.services;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.SERVICE;

import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes services. Administrators prepare, describe and delete them; {@link HoldingBook} sets member and period. A service that the user cannot see is a {@link NotFoundException}, an act that they may not do an
 * {@link AccessDeniedException}.
 */
@Component
public class ServiceBook {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.of(
            "service_type_of", new RuleViolationException("type", "error.no-such-type"),
            "payment_service", new RuleViolationException("form", "error.service-has-payments"),
            "ip_allocation_service", new RuleViolationException("form", "error.service-has-addresses"));

    private final DSLContext db;
    private final Services services;

    ServiceBook(DSLContext db, Services services) {
        this.db = db;
        this.services = services;
    }

    /** The fields of a service that administrators edit. */
    public record Description(long typeId, String label, String notes) {}

    /**
     * Adds a service without a member.
     *
     * @param idempotencyKey identifies the request: the same key twice adds one row
     */
    @Transactional
    public IdempotentInsert prepare(Actor actor, Description description, String idempotencyKey) {
        actor.must(actor.superuser());
        return RuleViolationException.translateConstraints(
                VIOLATIONS, () -> IdempotentInsert.insert(db, SERVICE, columns(description), idempotencyKey));
    }

    public boolean isPrepared(Actor actor, String idempotencyKey) {
        actor.must(actor.superuser());
        return db.fetchExists(SERVICE, SERVICE.EXTERNAL_ID.eq(idempotencyKey));
    }

    @Transactional
    public void describe(Actor actor, long id, Description description, FormSnapshot snapshot) {
        actor.must(actor.superuser());
        snapshot.requireUnchanged(ServiceForm.description(locked(actor, id)));
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(SERVICE)
                        .set(columns(description))
                        .where(SERVICE.ID.eq(id))
                        .execute());
    }

    /** Deletes a service made by mistake; refused if it has payments or ever had an address. */
    @Transactional
    public void delete(Actor actor, long id) {
        actor.must(actor.superuser());
        locked(actor, id);
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.deleteFrom(SERVICE).where(SERVICE.ID.eq(id)).execute());
    }

    private Service locked(Actor actor, long id) {
        lock(db, SERVICE.ID, id);
        return services.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private static Map<Field<?>, Object> columns(Description description) {
        return Map.of(
                SERVICE.TYPE_ID, description.typeId(),
                SERVICE.LABEL, description.label(),
                SERVICE.NOTES, description.notes());
    }
}
