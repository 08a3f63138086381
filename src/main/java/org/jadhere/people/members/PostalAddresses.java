package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jooq.impl.DSL.coalesce;

import org.jadhere.people.access.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads the postal address of a member, for crews and for the member. */
@Component
public class PostalAddresses {

    private final DSLContext db;

    PostalAddresses(DSLContext db) {
        this.db = db;
    }

    /** Empty if unknown, or if the actor may not see it. */
    public String of(Actor actor, Member.Ref member) {
        return db.select(coalesce(ORGANISATION.ADDRESS, APP_USER.ADDRESS))
                .from(Members.WITH_HOLDER)
                .where(MEMBER.ID.eq(member.id()))
                .and(MemberRights.addressesSeenBy(actor))
                .fetchOptional(address -> address.value1())
                .orElse("");
    }
}
