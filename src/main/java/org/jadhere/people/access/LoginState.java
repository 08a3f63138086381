package org.jadhere.people.access;

import java.util.Set;

/**
 * The user of a session, and the second factor that is required of them.
 *
 * @param hasSecondFactor whether the account has a passkey or a code generator
 * @param staffNeedsSecondFactor whether the association requires one of its staff
 */
record LoginState(Actor actor, boolean hasSecondFactor, boolean staffNeedsSecondFactor) {

    /** Whether the login is pending: the account has a second factor that was not used in this session. */
    boolean awaitsSecondFactor(AuthFactors factors) {
        return hasSecondFactor && !factors.containsSecondFactor();
    }

    /** Whether a second factor is required of this user, who has none yet. */
    boolean mustSetUpSecondFactor() {
        return staffNeedsSecondFactor && !hasSecondFactor && actor.mayEnterAdministration();
    }

    /** The actor; without the rights of staff until a required second factor is set up. */
    Actor effectiveActor() {
        return mustSetUpSecondFactor()
                ? new Actor(
                        actor.userId(),
                        actor.username(),
                        actor.name(),
                        actor.language(),
                        false,
                        false,
                        Set.of(),
                        Set.of())
                : actor;
    }
}
