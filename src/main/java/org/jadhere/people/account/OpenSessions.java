package org.jadhere.people.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.login.SignInDetails;
import org.jadhere.platform.web.NotFoundException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where somebody is logged in. Each is named by a digest of its id: the id itself would let in whoever reads it. */
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** @param here whether it is the one that asks */
    public record OpenSession(String key, String device, String address, Instant since, Instant seen, boolean here) {}

    /** This one first, then those that were used last. */
    List<OpenSession> of(Actor actor, String here) {
        return sessions.findByPrincipalName(actor.username()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> toOpenSession(session, here))
                .sorted(Comparator.comparing(OpenSession::here)
                        .thenComparing(OpenSession::seen)
                        .reversed())
                .toList();
    }

    private static OpenSession toOpenSession(Session session, String here) {
        var signIn = SignInDetails.from(session::getAttribute, session.getCreationTime());
        return new OpenSession(
                key(session.getId()),
                BrowserDevice.of(signIn.agent()).inWords(),
                signIn.address(),
                signIn.at(),
                session.getLastAccessedTime(),
                session.getId().equals(here));
    }

    /** One of the actor's own; of others there is none by that key. */
    void end(Actor actor, String key) {
        String id = sessions.findByPrincipalName(actor.username()).keySet().stream()
                .filter(candidate -> key(candidate).equals(key))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        sessions.deleteById(id);
    }

    private static String key(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
