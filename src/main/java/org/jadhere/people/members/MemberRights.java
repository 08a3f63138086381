package org.jadhere.people.members;

import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.platform.db.Tables.ORGANISATION;
import static org.jadhere.platform.db.Tables.ORGANISATION_USER;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import org.jadhere.people.access.Actor;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;

/** Who may see which members and organisations. Fees follow their member. */
public final class MemberRights {

    private MemberRights() {}

    /** Crews and the bank crew see all members and their fees. */
    public static Condition membersSeenBy(Actor actor) {
        return actor.isCrew() || actor.isBank() ? trueCondition() : falseCondition();
    }

    /** The bank crew does not see postal addresses (docs/decisions/0008). */
    static Condition addressesSeenBy(Actor actor) {
        return actor.isCrew() ? trueCondition() : membersOf(actor);
    }

    static Condition organisationsSeenBy(Actor actor) {
        return actor.isCrew() ? trueCondition() : falseCondition();
    }

    /** The actor's own members: themselves, and the organisations they act for. */
    public static Condition membersOf(Actor actor) {
        return MEMBER.ID.in(idsOf(actor));
    }

    /** Their ids. A union reads two indexes; a condition with "or" would read the whole table. */
    public static Select<Record1<Long>> idsOf(Actor actor) {
        var person = MEMBER.as("person");
        var organisation = MEMBER.as("organisation_member");
        return select(person.ID)
                .from(person)
                .where(person.USER_ID.eq(actor.userId()))
                .unionAll(select(organisation.ID)
                        .from(organisation)
                        .where(organisation.ORGANISATION_ID.in(organisationsOf(actor))));
    }

    public static Condition organisationsRepresentedBy(Actor actor) {
        return ORGANISATION.ID.in(organisationsOf(actor));
    }

    private static Select<Record1<Long>> organisationsOf(Actor actor) {
        return select(ORGANISATION_USER.ORGANISATION_ID)
                .from(ORGANISATION_USER)
                .where(ORGANISATION_USER.USER_ID.eq(actor.userId()));
    }
}
