package org.jadhere.people.login;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords take turns. Each wants 19 MiB for a moment and a processor: more at once than there are processors would be no
 * faster, and a dozen would leave a small machine without memory, which ends the program.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

    private static final int MOST = 4;

    private final PasswordEncoder encoder;
    private final Semaphore turns;

    BoundedPasswordEncoder(PasswordEncoder encoder, int processors) {
        this.encoder = encoder;
        this.turns = new Semaphore(Math.clamp(processors, 1, MOST), true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return Boolean.TRUE.equals(inTurn(() -> encoder.matches(password, encoded)));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
