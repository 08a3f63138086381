package org.jadhere.people.account;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.LINK;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.people.users.EmailAddresses;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The e-mail addresses of the user's own account. A new one is added when the link sent to it is confirmed. */
@Component
class OwnEmails {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int PER_HOUR = 5;

    private final DSLContext db;
    private final Clock clock;
    private final EmailAddresses emails;
    private final Links links;
    private final AccountNotices notices;

    OwnEmails(DSLContext db, Clock clock, EmailAddresses emails, Links links, AccountNotices notices) {
        this.db = db;
        this.clock = clock;
        this.emails = emails;
        this.links = links;
        this.notices = notices;
    }

    /** The primary one first. */
    List<String> of(Actor actor) {
        return emails.of(actor.userId());
    }

    /** Sends a link to confirm an address, which then becomes the primary one. */
    @Transactional
    public void requestConfirmation(Actor actor, String email) {
        var known = emails.of(actor.userId());
        if (known.stream().anyMatch(email::equalsIgnoreCase)) {
            throw new RuleViolationException("email", "error.email-yours");
        }
        if (known.size() >= EmailAddresses.MAX_COUNT) {
            throw new RuleViolationException("email", "error.too-many", EmailAddresses.MAX_COUNT);
        }
        int sent = db.fetchCount(
                LINK,
                LINK.USER_ID
                        .eq(actor.userId())
                        .and(LINK.PURPOSE.eq(LinkPurpose.EMAIL.word()))
                        .and(LINK.CREATED_AT.gt(clock.instant().minus(WINDOW))));
        if (sent >= PER_HOUR) {
            throw new RuleViolationException("email", "error.asked-too-often");
        }
        var link = links.issue(LinkPurpose.EMAIL, actor.userId(), email, LinkPurpose.EMAIL.validity());
        notices.sendEmailConfirmation(actor, email, "/email/" + link.secret());
    }

    /**
     * Makes the address the primary one; the previous one stays, and is notified. Empty if the link is invalid or the
     * account is closed.
     */
    @Transactional
    public Optional<Link> confirm(String secret) {
        var link =
                links.use(LinkPurpose.EMAIL, secret).filter(used -> lockActive(Objects.requireNonNull(used.userId())));
        link.ifPresent(used -> makeFirst(Objects.requireNonNull(used.userId()), used.email()));
        return link;
    }

    /** Locks the account; returns whether it is active. */
    private boolean lockActive(long userId) {
        lock(db, APP_USER.ID, userId);
        return db.fetchExists(APP_USER, APP_USER.ID.eq(userId).and(APP_USER.ACTIVE));
    }

    @Transactional
    public void makePrimary(Actor actor, String email) {
        lock(db, APP_USER.ID, actor.userId());
        makeFirst(actor.userId(), requireOwn(actor, email));
    }

    /** The primary address cannot be removed, so that mails can be sent. */
    @Transactional
    public void remove(Actor actor, String email) {
        lock(db, APP_USER.ID, actor.userId());
        String removed = requireOwn(actor, email);
        List<String> kept = new ArrayList<>(of(actor));
        if (kept.getFirst().equals(removed)) {
            throw new NotFoundException();
        }
        kept.remove(removed);
        emails.replace(actor.userId(), kept);
    }

    /** Returns the user's own spelling of the address. */
    private String requireOwn(Actor actor, String email) {
        return of(actor).stream().filter(email::equalsIgnoreCase).findFirst().orElseThrow(NotFoundException::new);
    }

    private void makeFirst(long userId, String email) {
        List<String> ordered = new ArrayList<>(emails.of(userId));
        if (!ordered.isEmpty() && ordered.getFirst().equalsIgnoreCase(email)) {
            return;
        }
        notices.sendEmailChanged(userId, email);
        ordered.removeIf(email::equalsIgnoreCase);
        ordered.addFirst(email);
        emails.replace(userId, ordered);
    }
}
