package org.jadhere.people.mail;

import java.time.Instant;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the queue or the journal.
 *
 * @param error of the last attempt; empty if it succeeded or was not made yet
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

    /** The state of its delivery. */
    public enum State implements Word {
        /** To be sent, at once or at its next attempt. */
        WAITING,
        /** Accepted by the mail server. */
        SENT,
        /** Given up, after a permanent rejection or too many attempts. */
        FAILED,
        /** The program or the connection failed during the handover: it is unknown whether the server accepted it. */
        DOUBTFUL
    }

    /** Whether a crew member has to decide: send again, or mark as delivered. */
    public boolean isStuck() {
        return state == State.FAILED || state == State.DOUBTFUL;
    }
}
