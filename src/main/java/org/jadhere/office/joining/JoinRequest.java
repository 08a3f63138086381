package org.jadhere.office.joining;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request to join.
 *
 * @param userId who asked, or was made an account for
 * @param services the kinds of service that are wanted
 * @param agreed the texts that were agreed to, as they were then
 * @param decidedBy the name of who decided; none while nobody has
 * @param reply what was written to the applicant
 * @param memberId who they became
 */
public record JoinRequest(
        long id,
        @Nullable Long userId,
        Applicant applicant,
        List<String> services,
        List<String> agreed,
        Instant askedAt,
        State state,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        String reply,
        @Nullable Long memberId) {

    /** How far it came. */
    public enum State {
        /** The address has not been confirmed: no crew need read it. */
        UNCONFIRMED,
        WAITING,
        ACCEPTED,
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }
}
