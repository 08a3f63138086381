package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.LOGIN_FAILURE;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Stage.csrf;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jadhere.people.login.LoginThrottle.Kind;
import org.jadhere.support.ActTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The limits count names as the database compares them, and IPv6 addresses by what one subscriber has. */
@ActTest
class LoginThrottleTests {

    @Autowired
    LoginThrottle throttle;

    /** How many of a number of attempts may be checked. */
    private long admitted(int attempts, IntFunction<String> name, IntFunction<String> address) {
        return IntStream.range(0, attempts)
                .filter(attempt -> throttle.admits(Kind.PASSWORD, name.apply(attempt), address.apply(attempt)))
                .count();
    }

    @Test
    void namesAreFoldedAsTheDatabaseDoes() {
        String[] spellings = {"damien.fournier", "damİen.fournİer", "DAMIEN.FOURNIER", "damien.fournİer"};

        assertThat(admitted(12, attempt -> spellings[attempt % 4], attempt -> "192.0.2.1"))
                .isEqualTo(5);
    }

    @Test
    void aSubscriberHasOneNetwork() {
        assertThat(admitted(32, attempt -> "damien", attempt -> "2001:db8:1:1::" + attempt))
                .as("one name from one /64")
                .isEqualTo(5);
        assertThat(admitted(130, attempt -> "name" + attempt, attempt -> "2001:db8:2:1::" + attempt))
                .as("many names from one /64")
                .isEqualTo(100);
        assertThat(admitted(30, attempt -> "zoe", attempt -> "2001:db8:3:%x::1".formatted(attempt)))
                .as("one name from one /56")
                .isEqualTo(10);
        assertThat(admitted(230, attempt -> "other" + attempt, attempt -> "2001:db8:4:%x::1".formatted(attempt % 256)))
                .as("many names from one /56")
                .isEqualTo(200);
        assertThat(admitted(30, attempt -> "far", attempt -> "2001:db8:%x::1".formatted(attempt + 16)))
                .as("one name from anywhere")
                .isEqualTo(25);
    }

    @Test
    void refusedAttemptsAreNotStored() {
        admitted(1000, attempt -> "damien", attempt -> "192.0.2.1");

        assertThat(db().fetchCount(LOGIN_FAILURE)).isEqualTo(5);
    }

    @Test
    void aSuccessClearsTheNetwork() {
        admitted(5, attempt -> "Damien", attempt -> "2001:db8::" + attempt);
        throttle.reset(Kind.PASSWORD, "DAMİEN", "2001:db8::ffff");

        assertThat(throttle.admits(Kind.PASSWORD, "damien", "2001:db8::1")).isTrue();
    }

    @Test
    void challengesOfVisitorsAreLimited() {
        var statuses = IntStream.range(0, 70)
                .map(attempt -> browser()
                        .post()
                        .uri("/login/passkey/challenge")
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getStatus())
                .toArray();

        assertThat(IntStream.of(statuses).filter(status -> status == 200).count())
                .isEqualTo(60);
        assertThat(statuses).endsWith(429);
        assertThat(throttle.admits(Kind.PASSWORD, "damien", "127.0.0.1"))
                .as("passwords are counted apart")
                .isTrue();
    }
}
