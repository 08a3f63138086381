package org.jadhere.people.access;

import java.util.function.Predicate;

/** Who may call a route: the first fence. Within it, each feature's rights say which things are in reach. */
public enum Audience {
    /** Whoever comes, logged in or not. */
    ANYONE(actor -> true),
    /** Anyone who has logged in. */
    USERS(actor -> true),
    /** The same, about their own account: not an administrator who sees the pages as somebody else. */
    THEMSELVES(actor -> true),
    /** Staff, whatever their crews. */
    ADMINISTRATION(Actor::mayEnterAdministration),
    /** Members of crews that manage service types, and administrators. */
    CREWS(Actor::isCrew),
    /** Those, and the bank crew. */
    CREWS_AND_BANK(actor -> actor.isCrew() || actor.isBank()),
    /** Who may confirm fees and payments. */
    VALIDATORS(actor -> actor.holds(Permission.PAYMENT_VALIDATE)),
    /** Who may be told who had an address at an instant. */
    TRACERS(actor -> actor.holds(Permission.ADDRESS_TRACE)),
    ADMINISTRATORS(Actor::superuser);

    private final Predicate<Actor> welcomes;

    Audience(Predicate<Actor> welcomes) {
        this.welcomes = welcomes;
    }

    public boolean welcomes(Actor actor) {
        return welcomes.test(actor);
    }
}
