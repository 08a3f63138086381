package org.jadhere.people.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user of a session, and the second factor that is required of them.
 *
 * @param hasSecondFactor whether the account has a passkey or a code generator
 * @param factorDue from when on the administration is closed without one; null where none is required
 * @param now the instant of the request
 */
record LoginState(
        Actor actor, boolean hasSecondFactor, @Nullable Instant factorDue, Instant now) {

    /** Whether the login is pending: the account has a second factor that was not used in this session. */
    boolean awaitsSecondFactor(AuthFactors factors) {
        return hasSecondFactor && !factors.containsSecondFactor();
    }

    /** Whether a second factor is required of this user, who has none and whose grace is over. */
    boolean mustSetUpSecondFactor() {
        return lacksSecondFactor() && !now.isBefore(Objects.requireNonNull(factorDue));
    }

    /** Until when this user, who has no second factor, has all rights without one; null where that is no question. */
    @Nullable
    Instant endOfGrace() {
        return lacksSecondFactor() && !mustSetUpSecondFactor() ? factorDue : null;
    }

    private boolean lacksSecondFactor() {
        return factorDue != null && !hasSecondFactor && actor.mayEnterAdministration();
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
