package org.jadhere.people.mail;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way.
 *
 * @param error what the last try came to; empty where there was none or it went well
 */
public record Mail(
        long id,
        String kind,
        @Nullable Long userId,
        String recipient,
        String subject,
        State state,
        Instant createdAt,
        @Nullable Instant sentAt,
        int attempts,
        String error) {

    /** Where it is. */
    public enum State {
        /** To be sent, at once or at its next try. */
        WAITING,
        /** Accepted by the mail server. */
        SENT,
        /** Given up, after a refusal for good or too many tries. */
        FAILED,
        /** Handed over when the program or the line broke down: whether it was accepted nobody knows. */
        DOUBTFUL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether somebody has to decide what becomes of it. */
    public boolean isStuck() {
        return state == State.FAILED || state == State.DOUBTFUL;
    }
}
