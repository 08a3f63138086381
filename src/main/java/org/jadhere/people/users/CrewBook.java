package org.jadhere.people.users;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CREW;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;
import static org.jadhere.platform.db.Tables.CREW_PERMISSION;

import java.util.Map;
import java.util.Set;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.db.IdempotentInsert;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes crews, their permissions and their volunteers; only administrators may. */
@Component
public class CrewBook {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.of(
            "crew_name", new RuleViolationException("name", "error.crew-name-taken"),
            "service_type_crew", new RuleViolationException("form", "error.crew-manages-types"));

    private final DSLContext db;
    private final Crews crews;

    CrewBook(DSLContext db, Crews crews) {
        this.db = db;
        this.crews = crews;
    }

    /**
     * @param idempotencyKey identifies the form: the same key creates one crew
     * @return the crew's id
     */
    @Transactional
    public long create(Actor actor, String name, Set<Permission> permissions, String idempotencyKey) {
        actor.must(actor.superuser());
        var crew = RuleViolationException.translateConstraints(
                VIOLATIONS, () -> IdempotentInsert.insert(db, CREW, Map.of(CREW.NAME, name), idempotencyKey));
        if (crew.isNew()) {
            SecurityLog.write(SecurityLog.Event.RIGHTS_CHANGED, "crew=" + crew.id());
            grant(crew.id(), permissions);
        }
        return crew.id();
    }

    @Transactional
    public void change(Actor actor, long id, String name, Set<Permission> permissions, FormSnapshot seen) {
        seen.requireUnchanged(CrewForm.fields(findLocked(actor, id)));
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(CREW).set(CREW.NAME, name).where(CREW.ID.eq(id)).execute());
        db.deleteFrom(CREW_PERMISSION)
                .where(CREW_PERMISSION.CREW_ID.eq(id))
                .and(CREW_PERMISSION.PERMISSION.notIn(
                        permissions.stream().map(Permission::word).toList()))
                .execute();
        grant(id, permissions);
    }

    private void grant(long crew, Set<Permission> permissions) {
        for (Permission permission : permissions) {
            db.insertInto(CREW_PERMISSION, CREW_PERMISSION.CREW_ID, CREW_PERMISSION.PERMISSION)
                    .values(crew, permission.word())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** Rejected while it manages service types. */
    @Transactional
    public void delete(Actor actor, long id) {
        findLocked(actor, id);
        RuleViolationException.translateConstraints(
                VIOLATIONS, () -> db.deleteFrom(CREW).where(CREW.ID.eq(id)).execute());
    }

    @Transactional
    public void addVolunteer(Actor actor, long id, long userId) {
        findLocked(actor, id);
        if (!db.fetchExists(APP_USER, APP_USER.ID.eq(userId))) {
            throw new NotFoundException();
        }
        db.insertInto(CREW_MEMBER, CREW_MEMBER.CREW_ID, CREW_MEMBER.USER_ID)
                .values(id, userId)
                .onConflictDoNothing()
                .execute();
    }

    @Transactional
    public void removeVolunteer(Actor actor, long id, long userId) {
        findLocked(actor, id);
        db.deleteFrom(CREW_MEMBER)
                .where(CREW_MEMBER.CREW_ID.eq(id))
                .and(CREW_MEMBER.USER_ID.eq(userId))
                .execute();
    }

    private Crew findLocked(Actor actor, long id) {
        actor.must(actor.superuser());
        SecurityLog.write(SecurityLog.Event.RIGHTS_CHANGED, "crew=" + id);
        lock(db, CREW.ID, id);
        return crews.find(id).orElseThrow(NotFoundException::new);
    }
}
