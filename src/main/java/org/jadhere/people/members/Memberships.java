package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.MEMBERSHIP;

import java.util.List;
import org.jadhere.platform.db.Period;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads the periods in which a person or an organisation was a member. */
@Component
public class Memberships {

    private final DSLContext db;

    Memberships(DSLContext db) {
        this.db = db;
    }

    /** All periods of a member that the actor sees, the latest first. */
    public List<Period> of(Member member) {
        return db.select(MEMBERSHIP.JOINED_ON, MEMBERSHIP.LEFT_ON)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.MEMBER_ID.eq(member.id()))
                .orderBy(MEMBERSHIP.JOINED_ON.desc())
                .fetch(row -> new Period(row.value1(), row.value2()));
    }
}
