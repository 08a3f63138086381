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

/** A session is written when it changes, and at most once a minute when it is only read. */
@PageTest
class SessionTests {

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    void theLastAccessIsStoredToTheMinute() {
        checkAccesses(sessions);
    }

    private <S extends Session> void checkAccesses(FindByIndexNameSessionRepository<S> repository) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        S session = repository.createSession();
        session.setMaxInactiveInterval(Duration.ofDays(14));
        session.setLastAccessedTime(start);
        repository.save(session);
        String id = session.getId();
        try {
            assertThat(accessAt(repository, id, start.plusSeconds(59), Duration.ofDays(14)))
                    .isEqualTo(start);
            assertThat(accessAt(repository, id, start.plusSeconds(60), Duration.ofDays(14)))
                    .isEqualTo(start.plusSeconds(60));
            assertThat(accessAt(repository, id, start.plusSeconds(61), Duration.ofDays(1)))
                    .isEqualTo(start.plusSeconds(61));
            assertThat(db().fetchValue(SPRING_SESSION.EXPIRY_TIME, SPRING_SESSION.SESSION_ID.eq(id)))
                    .isEqualTo(start.plusSeconds(61).plus(Duration.ofDays(1)).toEpochMilli());
        } finally {
            repository.deleteById(id);
        }
    }

    /** Returns the stored last access after an access at the given time. */
    private <S extends Session> Instant accessAt(
            FindByIndexNameSessionRepository<S> repository, String id, Instant now, Duration timeout) {
        S session = requireNonNull(repository.findById(id));
        session.setLastAccessedTime(now);
        if (!session.getMaxInactiveInterval().equals(timeout)) {
            session.setMaxInactiveInterval(timeout);
        }
        repository.save(session);
        return Instant.ofEpochMilli(
                requireNonNull(db().fetchValue(SPRING_SESSION.LAST_ACCESS_TIME, SPRING_SESSION.SESSION_ID.eq(id))));
    }
}
