package org.jadhere.people.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.login.SignInDetails;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.web.NotFoundException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** A user's open sessions. Each is identified by a digest of its id, since the id itself would give access. */
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** @param current whether it is the session of the request */
    public record OpenSession(
            String key, String device, String address, Instant since, Instant lastAccess, boolean current) {}

    /** The current session first, then by last access. */
    List<OpenSession> of(Actor actor, String currentId) {
        return sessions.findByPrincipalName(actor.username()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> toOpenSession(session, currentId))
                .sorted(Comparator.comparing(OpenSession::current)
                        .thenComparing(OpenSession::lastAccess)
                        .reversed())
                .toList();
    }

    private static OpenSession toOpenSession(Session session, String currentId) {
        var signIn = SignInDetails.from(session::getAttribute, session.getCreationTime());
        return new OpenSession(
                key(session.getId()),
                BrowserDevice.of(signIn.agent()).label(),
                signIn.address(),
                signIn.at(),
                session.getLastAccessedTime(),
                session.getId().equals(currentId));
    }

    /** Ends one of the actor's own sessions. */
    void end(Actor actor, String key) {
        String id = sessions.findByPrincipalName(actor.username()).keySet().stream()
                .filter(candidate -> key(candidate).equals(key))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        SecurityLog.write(SecurityLog.Event.SESSIONS_ENDED, actor.userId(), "one");
        sessions.deleteById(id);
    }

    private static String key(String id) {
        return HexFormat.of().formatHex(Links.digest(id), 0, 16);
    }
}
