package org.jadhere.people.access;

import java.util.function.Predicate;

/** Who may call a route: the first check. The rights of each feature then decide which objects are visible. */
public enum Audience {
    /** Visitors and users. */
    ANYONE(actor -> true),
    /** Users who have logged in. */
    USERS(actor -> true),
    /** The same, for pages of their own account: not an administrator who views the pages as another user. */
    ACCOUNT_OWNER(actor -> true),
    /** Staff, even without a crew. */
    ADMINISTRATION(Actor::mayEnterAdministration),
    /** Members of crews that manage service types, and administrators. */
    CREWS(Actor::isCrew),
    /** The same, and the bank crew. */
    CREWS_AND_BANK(actor -> actor.isCrew() || actor.isBank()),
    /** May validate fees and payments. */
    VALIDATORS(actor -> actor.holds(Permission.PAYMENT_VALIDATE)),
    /** May search who had an address at an instant. */
    TRACERS(actor -> actor.holds(Permission.ADDRESS_TRACE)),
    ADMINISTRATORS(Actor::superuser);

    private final Predicate<Actor> includes;

    Audience(Predicate<Actor> includes) {
        this.includes = includes;
    }

    public boolean includes(Actor actor) {
        return includes.test(actor);
    }
}
