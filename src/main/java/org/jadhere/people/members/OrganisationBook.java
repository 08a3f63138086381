package org.jadhere.people.members;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and changes organisations; crews may. Representatives see what the organisation has of all types: they are named
 * by administrators, or by a crew member, never themselves, whose crews manage all of these types.
 */
@Component
public class OrganisationBook {

    private static final Map<String, RuleViolationException> VIOLATIONS =
            Map.of("organisation_email_form", new RuleViolationException("email", "error.email-form"));

    private final DSLContext db;
    private final Organisations organisations;
    private final MemberServices services;
    private final RepresentativeNotices notices;

    OrganisationBook(
            DSLContext db, Organisations organisations, MemberServices services, RepresentativeNotices notices) {
        this.db = db;
        this.organisations = organisations;
        this.services = services;
        this.notices = notices;
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

    /**
     * Adds an organisation with the user who asked to join for it, who is not the actor. It has no services and no other
     * representatives yet, so there is nothing to notify of.
     */
    @Transactional
    public long addFor(Actor actor, Organisation organisation, long userId, String idempotencyKey) {
        actor.must(actor.superuser() || actor.userId() != userId);
        long id = add(actor, organisation, idempotencyKey);
        insertRepresentative(id, userId);
        return id;
    }

    @Transactional
    public void change(Actor actor, long id, Organisation organisation, FormSnapshot seen) {
        var before = findLocked(actor, id);
        seen.requireUnchanged(before.fields());
        if (!before.email().equals(organisation.email())) {
            notices.sendEmailChanged(before, organisation.email());
        }
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(ORGANISATION)
                        .set(columns(organisation))
                        .where(ORGANISATION.ID.eq(id))
                        .execute());
    }

    /** Whether the actor may name who acts for the organisation. */
    boolean mayNameRepresentatives(Actor actor, long id) {
        return actor.superuser()
                || actor.isCrew()
                        && !db.fetchExists(MEMBER, MEMBER.ORGANISATION_ID.eq(id).and(services.ofOtherCrews(actor)));
    }

    /** Notifies the organisation and those who act for it already. */
    @Transactional
    public void addRepresentative(Actor actor, long id, long userId) {
        var organisation = findLocked(actor, id);
        actor.must(mayNameRepresentatives(actor, id) && (actor.superuser() || actor.userId() != userId));
        if (isRepresentative(id, userId)) {
            return;
        }
        notices.sendAdded(organisation, userId);
        SecurityLog.write(SecurityLog.Event.RIGHTS_CHANGED, "organisation=%d user=%d".formatted(id, userId));
        insertRepresentative(id, userId);
    }

    private void insertRepresentative(long id, long userId) {
        db.insertInto(ORGANISATION_USER, ORGANISATION_USER.ORGANISATION_ID, ORGANISATION_USER.USER_ID)
                .values(id, userId)
                .execute();
    }

    private boolean isRepresentative(long id, long userId) {
        return db.fetchExists(
                ORGANISATION_USER, ORGANISATION_USER.ORGANISATION_ID.eq(id).and(ORGANISATION_USER.USER_ID.eq(userId)));
    }

    @Transactional
    public void removeRepresentative(Actor actor, long id, long userId) {
        findLocked(actor, id);
        SecurityLog.write(SecurityLog.Event.RIGHTS_CHANGED, "organisation=%d without user=%d".formatted(id, userId));
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
