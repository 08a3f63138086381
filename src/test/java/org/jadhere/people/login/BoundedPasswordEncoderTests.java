package org.jadhere.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** However many log in at one moment, only as many passwords are judged at once as there are processors. */
class BoundedPasswordEncoderTests {

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void asManyAtOnceAsProcessors() throws Exception {
        var turns = new BoundedPasswordEncoder(new Slow(), 2);
        var judged = new ArrayList<Boolean>();
        try (var people = Executors.newFixedThreadPool(16)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 16; i++) {
                String typed = i % 2 == 0 ? "right" : "wrong";
                all.add(() -> turns.matches(typed, "right"));
            }
            for (var one : people.invokeAll(all)) {
                judged.add(one.get());
            }
        }

        assertThat(most).hasValue(2);
        assertThat(judged).hasSize(16).filteredOn(right -> right).hasSize(8);
    }

    @Test
    void aTurnIsGivenBackByWhoFails() {
        var turns = new BoundedPasswordEncoder(new Slow(), 1);
        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowable(() -> turns.encode(null))).isInstanceOf(NullPointerException.class);
        }

        assertThat(turns.matches("right", "right")).isTrue();
    }

    private final class Slow implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            return Objects.requireNonNull(password).toString();
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(5_000_000L);
            now.decrementAndGet();
            return password != null && password.toString().equals(encoded);
        }
    }
}
