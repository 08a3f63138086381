package org.jadhere.pages.me;

import static org.jadhere.platform.db.Pg.number;
import static org.jadhere.platform.db.Tables.HISTORY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import org.jadhere.office.history.RelatedRows;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.MemberRights;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;

/**
 * The history of a user: of the account, of the rows that belong to it, and of the memberships. The history of fees,
 * payments and services is left out, since these rows show their state. The users who made the changes are not shown.
 */
@Component
class PersonalHistory {

    private final DSLContext db;

    PersonalHistory(DSLContext db) {
        this.db = db;
    }

    ResultQuery<?> of(Actor actor) {
        var ofAccount = HISTORY.TABLE_NAME.eq(inline("app_user")).and(HISTORY.ROW_ID.eq(actor.userId()));
        var onAccount = RelatedRows.ON_USER
                .isRelated(HISTORY)
                .and(number(coalesce(HISTORY.AFTER, HISTORY.BEFORE), "user_id").eq(actor.userId()));
        var ofMemberships = HISTORY.TABLE_NAME.eq(inline("member")).and(HISTORY.ROW_ID.in(MemberRights.idsOf(actor)));
        return db.select(HISTORY.AT, HISTORY.TABLE_NAME, HISTORY.ACTION, HISTORY.BEFORE, HISTORY.AFTER)
                .from(HISTORY)
                .where(ofAccount)
                .or(onAccount)
                .or(ofMemberships)
                .orderBy(HISTORY.ID);
    }
}
