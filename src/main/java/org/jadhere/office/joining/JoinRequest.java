package org.jadhere.office.joining;

import java.time.Instant;
import java.util.List;
import org.jadhere.platform.db.Word;
import org.jspecify.annotations.Nullable;

/**
 * A request to join.
 *
 * @param userId the user who asked, or the account of the applicant after the decision
 * @param services the names of the service types that the applicant wants
 * @param agreed the texts that the applicant agreed to, in their wording at that time
 * @param decidedBy the name of the user who decided; null while the request is pending
 * @param reply the reply to the applicant
 * @param memberId the member that the applicant became
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

    /** The state of the request. */
    public enum State implements Word {
        /** The e-mail address is not confirmed; crews do not see the request. */
        UNCONFIRMED,
        WAITING,
        ACCEPTED,
        REFUSED
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }
}
