package org.jadhere.people.users;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.CREW_MEMBER;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jadhere.people.access.Actor;
import org.jadhere.people.login.AccountPassword;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes staff status, crews and passwords; only administrators may. The last administrator must remain one. */
@Component
public class AccountStatusBook {

    private static final Map<String, RuleViolationException> VIOLATIONS =
            Map.of("app_user_last_administrator", new RuleViolationException("superuser", "error.last-administrator"));

    private final DSLContext db;
    private final AccountPassword password;

    AccountStatusBook(DSLContext db, AccountPassword password) {
        this.db = db;
        this.password = password;
    }

    AccountStatus of(User user) {
        var crews = Set.copyOf(db.select(CREW_MEMBER.CREW_ID)
                .from(CREW_MEMBER)
                .where(CREW_MEMBER.USER_ID.eq(user.id()))
                .fetch(CREW_MEMBER.CREW_ID));
        return new AccountStatus(user.active(), user.staff(), user.superuser(), crews);
    }

    @Transactional
    public void change(Actor actor, User user, AccountStatus status, List<Crew> choices, FormSnapshot seen) {
        actor.must(actor.superuser());
        seen.requireUnchanged(lockedStatus(user).fields(choices));
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(APP_USER)
                        .set(APP_USER.ACTIVE, status.active())
                        .set(APP_USER.STAFF, status.staff())
                        .set(APP_USER.SUPERUSER, status.superuser())
                        .where(APP_USER.ID.eq(user.id()))
                        .execute());
        setCrews(user, status.crews());
        SecurityLog.write(SecurityLog.Event.RIGHTS_CHANGED, "user=" + user.id());
    }

    private AccountStatus lockedStatus(User user) {
        lock(db, APP_USER.ID, user.id());
        return db.selectFrom(APP_USER)
                .where(APP_USER.ID.eq(user.id()))
                .fetchOptional(row -> new AccountStatus(
                        row.get(APP_USER.ACTIVE),
                        row.get(APP_USER.STAFF),
                        row.get(APP_USER.SUPERUSER),
                        of(user).crews()))
                .orElseThrow(NotFoundException::new);
    }

    private void setCrews(User user, Set<Long> crews) {
        db.deleteFrom(CREW_MEMBER)
                .where(CREW_MEMBER.USER_ID.eq(user.id()))
                .and(CREW_MEMBER.CREW_ID.notIn(crews))
                .execute();
        for (long crew : crews) {
            db.insertInto(CREW_MEMBER, CREW_MEMBER.CREW_ID, CREW_MEMBER.USER_ID)
                    .values(crew, user.id())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** Closes the account: its user can no longer log in. Administrators do not close their own one. */
    @Transactional
    public void close(Actor actor, long userId) {
        actor.must(actor.superuser() && actor.userId() != userId);
        lock(db, APP_USER.ID, userId);
        SecurityLog.write(SecurityLog.Event.RIGHTS_CHANGED, "closed user=" + userId);
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(APP_USER)
                        .set(APP_USER.ACTIVE, false)
                        .where(APP_USER.ID.eq(userId))
                        .execute());
    }

    /** Also ends the sessions of the account, which is another user's. */
    @Transactional
    public void setPassword(Actor actor, User user, String newPassword) {
        actor.must(actor.superuser() && actor.userId() != user.id());
        password.set(user.id(), "password", newPassword, null);
    }
}
