package org.jadhere.platform.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and through which door, as the history will tell it.
 *
 * @param userId the user, or none where a command acts
 * @param name as it is now; the history keeps it so
 */
public record Author(@Nullable Long userId, String name, Door door) {

    private static final ScopedValue<Author> CURRENT = ScopedValue.newInstance();

    /** How a write came in. SQL typed by hand has no author, and is told by its database role. */
    public enum Door {
        WEB,
        COMMAND,
        PROGRAM;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Someone at a keyboard of the server. */
    public static Author command(String name) {
        return new Author(null, name, Door.COMMAND);
    }

    /** Somebody at a browser who has no account, by what they say of themselves. */
    public static Author visitor(String name) {
        return new Author(null, name, Door.WEB);
    }

    /** The server itself, at what nobody asked for at this moment. */
    public static Author program() {
        return new Author(null, "Jadhere", Door.PROGRAM);
    }

    public static Optional<Author> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** All that is written while the act runs is this author's. */
    public <R, X extends Throwable> R act(ScopedValue.CallableOp<? extends R, X> act) throws X {
        return ScopedValue.where(CURRENT, this).call(act);
    }
}
