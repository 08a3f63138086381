package org.jadhere.people.login;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The number of passwords that are hashed at the same time is limited. */
class BoundedPasswordEncoderTests {

    private static final int THREADS = 16;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void noMorePasswordsAtOnceThanPermits() throws Exception {
        var pair = new CyclicBarrier(2, this::awaitAllOthersBlocked);
        var encoder = new BoundedPasswordEncoder(new Counting(pair), 2);
        var matched = new ArrayList<Boolean>();
        try (var pool = Executors.newFixedThreadPool(THREADS, this::thread)) {
            var attempts = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < THREADS; i++) {
                String typed = i % 2 == 0 ? "right" : "wrong";
                attempts.add(() -> encoder.matches(typed, "right"));
            }
            for (var attempt : pool.invokeAll(attempts, 120, SECONDS)) {
                matched.add(attempt.get());
            }
        }

        assertThat(most).hasValue(2);
        assertThat(matched).hasSize(THREADS).filteredOn(right -> right).hasSize(THREADS / 2);
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work);
        threads.add(thread);
        return thread;
    }

    /** Two threads are in the encoder: any other that could enter it has done so, or waits for a permit. */
    private void awaitAllOthersBlocked() {
        var current = Thread.currentThread();
        await().atMost(60, SECONDS)
                .until(() -> threads.size() == THREADS
                        && threads.stream()
                                .filter(thread -> thread != current)
                                .allMatch(thread -> thread.getState() == Thread.State.WAITING));
    }

    @Test
    void aFailureReleasesItsPermit() {
        var encoder = new BoundedPasswordEncoder(new Counting(new CyclicBarrier(1)), 1);
        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowable(() -> encoder.encode(null))).isInstanceOf(NullPointerException.class);
        }

        assertThat(encoder.matches("right", "right")).isTrue();
    }

    /** Counts the threads in {@code matches}, which pass a barrier there. */
    private final class Counting implements PasswordEncoder {

        private final CyclicBarrier barrier;

        Counting(CyclicBarrier barrier) {
            this.barrier = barrier;
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            return Objects.requireNonNull(password).toString();
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            now.decrementAndGet();
            return password != null && password.toString().equals(encoded);
        }
    }
}
