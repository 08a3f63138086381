package org.jadhere.people.login;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Limits how many passwords are hashed at once. Each needs 19 MiB and a processor: more than there are processors would
 * not be faster, and a dozen would exhaust the memory of a small machine, which ends the program.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

    private static final int MAX_CONCURRENT = 4;

    private final PasswordEncoder encoder;
    private final Semaphore permits;

    BoundedPasswordEncoder(PasswordEncoder encoder, int processors) {
        this.encoder = encoder;
        this.permits = new Semaphore(Math.clamp(processors, 1, MAX_CONCURRENT), true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return withPermit(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return Boolean.TRUE.equals(withPermit(() -> encoder.matches(password, encoded)));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    private <T extends @Nullable Object> T withPermit(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
