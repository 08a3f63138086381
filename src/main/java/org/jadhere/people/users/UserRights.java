package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jooq.impl.DSL.trueCondition;

import org.jadhere.people.access.Actor;
import org.jooq.Condition;

/**
 * Who may see and change which users: crews see all and change how to reach them, everyone sees their own account.
 * Mail leads into an account, so the addresses of those who work in the administration are not for other crews to
 * change: it would lend them each other's rights.
 */
public final class UserRights {

    private UserRights() {}

    public static boolean mayChangeContact(Actor actor) {
        return actor.isCrew();
    }

    static boolean mayChangeEmails(Actor actor, User user) {
        return actor.superuser()
                || actor.isCrew() && (actor.userId() == user.id() || !user.staff() && !user.superuser());
    }

    static Condition seenBy(Actor actor) {
        return actor.isCrew() ? trueCondition() : APP_USER.ID.eq(actor.userId());
    }
}
