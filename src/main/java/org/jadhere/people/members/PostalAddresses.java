package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jooq.impl.DSL.coalesce;

import org.jadhere.people.access.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Where members live: for crews, and for themselves. */
@Component
public class PostalAddresses {

    private final DSLContext db;

    PostalAddresses(DSLContext db) {
        this.db = db;
    }

    /** Empty where there is none, or where it is not the actor's to know. */
    public String of(Actor actor, Member.Ref member) {
        return db.select(coalesce(ORGANISATION.ADDRESS, APP_USER.ADDRESS))
                .from(Members.WITH_HOLDER)
                .where(MEMBER.ID.eq(member.id()))
                .and(MemberRights.addressesSeenBy(actor))
                .fetchOptional(address -> address.value1())
                .orElse("");
    }
}
