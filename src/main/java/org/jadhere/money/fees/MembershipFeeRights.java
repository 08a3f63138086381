package org.jadhere.money.fees;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.people.members.MemberRights;

/** The rights to add, change and delete fees. An actor sees the fees of the members it sees: {@link MemberRights}. */
public final class MembershipFeeRights {

    private MembershipFeeRights() {}

    /** Crews and the bank crew. */
    public static boolean mayAdd(Actor actor) {
        return actor.isCrew() || actor.holds(Permission.PAYMENT_ADD);
    }

    /** Crews until the fee is validated; the bank crew always. */
    public static boolean mayChange(Actor actor, MembershipFee fee) {
        return actor.holds(Permission.PAYMENT_CHANGE) || actor.isCrew() && !fee.validated();
    }

    /** Crews until the fee is validated; the bank crew always. */
    public static boolean mayDelete(Actor actor, MembershipFee fee) {
        return actor.holds(Permission.PAYMENT_DELETE) || actor.isCrew() && !fee.validated();
    }
}
