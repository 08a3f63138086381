package org.jadhere.people.login;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;
import static org.jadhere.support.Scene.db;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jadhere.support.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** A session is written when it changes, and once a minute while somebody reads. */
@PageTest
class SessionTests {

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    void whenSomebodyWasHereIsKnownToTheMinute() {
        see(sessions);
    }

    private <S extends Session> void see(FindByIndexNameSessionRepository<S> kept) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        S session = kept.createSession();
        session.setMaxInactiveInterval(Duration.ofDays(14));
        session.setLastAccessedTime(start);
        kept.save(session);
        String id = session.getId();
        try {
            assertThat(later(kept, id, start.plusSeconds(59), Duration.ofDays(14)))
                    .isEqualTo(start);
            assertThat(later(kept, id, start.plusSeconds(60), Duration.ofDays(14)))
                    .isEqualTo(start.plusSeconds(60));
            assertThat(later(kept, id, start.plusSeconds(61), Duration.ofDays(1)))
                    .isEqualTo(start.plusSeconds(61));
            assertThat(db().fetchValue(SPRING_SESSION.EXPIRY_TIME, SPRING_SESSION.SESSION_ID.eq(id)))
                    .isEqualTo(start.plusSeconds(61).plus(Duration.ofDays(1)).toEpochMilli());
        } finally {
            kept.deleteById(id);
        }
    }

    /** What is on record after somebody was here again. */
    private <S extends Session> Instant later(
            FindByIndexNameSessionRepository<S> kept, String id, Instant now, Duration patience) {
        S session = requireNonNull(kept.findById(id));
        session.setLastAccessedTime(now);
        if (!session.getMaxInactiveInterval().equals(patience)) {
            session.setMaxInactiveInterval(patience);
        }
        kept.save(session);
        return Instant.ofEpochMilli(
                requireNonNull(db().fetchValue(SPRING_SESSION.LAST_ACCESS_TIME, SPRING_SESSION.SESSION_ID.eq(id))));
    }
}
