package org.jadhere.people.members;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;

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

/** Adds and changes organisations and their representatives; crews may. */
@Component
public class OrganisationBook {

    private static final Map<String, RuleViolationException> VIOLATIONS =
            Map.of("organisation_email_form", new RuleViolationException("email", "error.email-form"));

    private final DSLContext db;
    private final Organisations organisations;

    OrganisationBook(DSLContext db, Organisations organisations) {
        this.db = db;
        this.organisations = organisations;
    }

    /**
     * @param organisation its id is ignored
     * @param idempotencyKey identifies the form: the same key adds one organisation
     * @return the organisation's id
     */
    @Transactional
    public long add(Actor actor, Organisation organisation, String idempotencyKey) {
        actor.must(actor.isCrew());
        return RuleViolationException.translateConstraints(
                        VIOLATIONS,
                        () -> IdempotentInsert.insert(db, ORGANISATION, columns(organisation), idempotencyKey))
                .id();
    }

    @Transactional
    public void change(Actor actor, long id, Organisation organisation, FormSnapshot seen) {
        seen.requireUnchanged(findLocked(actor, id).fields());
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(ORGANISATION)
                        .set(columns(organisation))
                        .where(ORGANISATION.ID.eq(id))
                        .execute());
    }

    @Transactional
    public void addRepresentative(Actor actor, long id, long userId) {
        findLocked(actor, id);
        db.insertInto(ORGANISATION_USER, ORGANISATION_USER.ORGANISATION_ID, ORGANISATION_USER.USER_ID)
                .values(id, userId)
                .onConflictDoNothing()
                .execute();
    }

    @Transactional
    public void removeRepresentative(Actor actor, long id, long userId) {
        findLocked(actor, id);
        db.deleteFrom(ORGANISATION_USER)
                .where(ORGANISATION_USER.ORGANISATION_ID.eq(id))
                .and(ORGANISATION_USER.USER_ID.eq(userId))
                .execute();
    }

    private Organisation findLocked(Actor actor, long id) {
        actor.must(actor.isCrew());
        lock(db, ORGANISATION.ID, id);
        return organisations.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private static Map<Field<?>, Object> columns(Organisation organisation) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(ORGANISATION.NAME, organisation.name());
        columns.put(ORGANISATION.DESCRIPTION, organisation.description());
        columns.put(ORGANISATION.EMAIL, organisation.email());
        columns.put(ORGANISATION.PHONE, organisation.phone());
        columns.put(ORGANISATION.ADDRESS, organisation.address());
        return columns;
    }
}
