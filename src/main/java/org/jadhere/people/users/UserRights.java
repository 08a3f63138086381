package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jooq.impl.DSL.trueCondition;

import org.jadhere.people.access.Actor;
import org.jooq.Condition;

/**
 * Who may see and change which users: crews see all and change their contact details, every user sees their own account.
 * Access to a mailbox gives access to an account. Crews therefore may not change the e-mail addresses of staff, nor of
 * former staff who may become staff again: they could take over an account with more rights. No user changes their own
 * addresses here, where neither the current authentication nor the new address is verified; the account's own pages do.
 */
public final class UserRights {

    private UserRights() {}

    public static boolean mayChangeContact(Actor actor) {
        return actor.isCrew();
    }

    static boolean mayChangeEmails(Actor actor, User user) {
        return actor.userId() != user.id() && (actor.superuser() || actor.isCrew() && !user.everStaff());
    }

    static Condition seenBy(Actor actor) {
        return actor.isCrew() ? trueCondition() : APP_USER.ID.eq(actor.userId());
    }
}
