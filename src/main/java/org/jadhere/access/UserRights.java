package org.jadhere.access;

import static org.jadhere.db.Tables.APP_USER;
import static org.jooq.impl.DSL.noCondition;

import org.jooq.Condition;

/** Who may see which users: crews see all, everyone sees their own account. */
final class UserRights {

    private UserRights() {}

    static Condition seenBy(Actor actor) {
        return actor.isCrew() ? noCondition() : APP_USER.ID.eq(actor.userId());
    }
}
