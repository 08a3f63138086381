package org.jadhere.platform.audit;

import java.util.Optional;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;

/**
 * The author of a write, as the history records it.
 *
 * @param userId null for a command, a visitor or the program itself
 * @param name the current name, which the history stores
 * @param door how the write reached the program
 */
public record Author(@Nullable Long userId, String name, Door door) {

    private static final ScopedValue<Author> CURRENT = ScopedValue.newInstance();

    /** The source of a write. SQL typed in psql has no author; the history records its database role. */
    public enum Door implements Word {
        WEB,
        COMMAND,
        PROGRAM
    }

    /** A system user who runs a command on the server. */
    public static Author command(String name) {
        return new Author(null, name, Door.COMMAND);
    }

    /** A visitor without an account, by the name that they typed. */
    public static Author visitor(String name) {
        return new Author(null, name, Door.WEB);
    }

    /** The program itself, in a background job. */
    public static Author program() {
        return new Author(null, "Jadhere", Door.PROGRAM);
    }

    public static Optional<Author> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs an action whose writes are attributed to this author. */
    public <R, X extends Throwable> R act(ScopedValue.CallableOp<? extends R, X> action) throws X {
        return ScopedValue.where(CURRENT, this).call(action);
    }
}
