package org.jadhere.people.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.support.Scene.db;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jadhere.support.PageTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** The second factor that is required of a user, at different times. */
@PageTest
@WithCast
class ActorsTests {

    private static LoginState stateIn(Duration time, boolean demonstration, String username) {
        var clock = Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
        return new Actors(db(), clock, demonstration).find(username).orElseThrow();
    }

    @Test
    void staffHaveAllRightsForFourteenDays() {
        var first = stateIn(Duration.ZERO, false, "carol");
        assertThat(first.effectiveActor().isCrew()).isTrue();
        assertThat(first.endOfGrace())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(13)), Instant.now().plus(Duration.ofDays(15)));

        var fifteenth = stateIn(Duration.ofDays(14), false, "carol");
        assertThat(fifteenth.mustSetUpSecondFactor()).isTrue();
        assertThat(fifteenth.endOfGrace()).isNull();
        assertThat(fifteenth.effectiveActor().isCrew()).isFalse();
    }

    @Test
    void theDemonstrationAndMembersAreExempt() {
        assertThat(stateIn(Duration.ofDays(100), true, "carol").mustSetUpSecondFactor())
                .isFalse();
        assertThat(stateIn(Duration.ZERO, true, "carol").endOfGrace()).isNull();
        assertThat(stateIn(Duration.ofDays(100), false, "alice").mustSetUpSecondFactor())
                .isFalse();
    }
}
