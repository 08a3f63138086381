package org.jadhere.people.access;

import java.util.Set;

/**
 * An account as it stands at this moment: who it is, and what it takes to act as them.
 *
 * @param keepsFactor whether it has a passkey or a code generator
 * @param staffMustKeepFactor whether the association asks its staff for one
 */
record LoginState(Actor actor, boolean keepsFactor, boolean staffMustKeepFactor) {

    /** Half logged in: a second factor is kept, and was not given in this session. */
    boolean awaitsSecondFactor(AuthFactors proofs) {
        return keepsFactor && !proofs.includeSecondFactor();
    }

    /** Staff of whom a second factor is asked, and who keep none yet. */
    boolean mustSetUpFactor() {
        return staffMustKeepFactor && !keepsFactor && actor.mayEnterAdministration();
    }

    /** Until the factor that is asked for is set up, the rights of staff rest: they are a user like any other. */
    Actor acting() {
        return mustSetUpFactor()
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
