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

    List<String> unconfirmedOf(Actor actor) {
        return emails.unconfirmedOf(actor.userId());
    }

    /** Sends a link to confirm an address, a new one of which then becomes the primary one. */
    @Transactional
    public void requestConfirmation(Actor actor, String email) {
        var known = emails.of(actor.userId());
        boolean unconfirmed = isUnconfirmed(actor.userId(), email);
        if (!unconfirmed && known.stream().anyMatch(email::equalsIgnoreCase)) {
            throw new RuleViolationException("email", "error.email-yours");
        }
        if (!unconfirmed && known.size() >= EmailAddresses.MAX_COUNT) {
            throw new RuleViolationException("email", "error.too-many", EmailAddresses.MAX_COUNT);
        }
        requireFewLinks(actor);
        var link = links.issue(LinkPurpose.EMAIL, actor.userId(), email, LinkPurpose.EMAIL.validity());
        notices.sendEmailConfirmation(actor, email, "/email/" + link.secret());
    }

    private boolean isUnconfirmed(long userId, String email) {
        return emails.unconfirmedOf(userId).stream().anyMatch(email::equalsIgnoreCase);
    }

    private void requireFewLinks(Actor actor) {
        int sent = db.fetchCount(
                LINK,
                LINK.USER_ID
                        .eq(actor.userId())
                        .and(LINK.PURPOSE.eq(LinkPurpose.EMAIL.word()))
                        .and(LINK.CREATED_AT.gt(clock.instant().minus(WINDOW))));
        if (sent >= PER_HOUR) {
            throw new RuleViolationException("email", "error.asked-too-often");
        }
    }

    /**
     * Confirms an address that the account has already; else adds it as the primary one: the previous one stays, and is
     * notified. Empty if the link is invalid or the account is closed.
     */
    @Transactional
    public Optional<Link> confirm(String secret) {
        var link =
                links.use(LinkPurpose.EMAIL, secret).filter(used -> lockActive(Objects.requireNonNull(used.userId())));
        link.ifPresent(used -> confirm(Objects.requireNonNull(used.userId()), used.email()));
        return link;
    }

    private void confirm(long userId, String email) {
        if (isUnconfirmed(userId, email)) {
            emails.confirm(userId, email);
        } else {
            makeFirst(userId, email);
        }
    }

    /** Locks the account; returns whether it is active. */
    private boolean lockActive(long userId) {
        lock(db, APP_USER.ID, userId);
        return db.fetchExists(APP_USER, APP_USER.ID.eq(userId).and(APP_USER.ACTIVE));
    }

    /** Only a confirmed address can be the primary one. */
    @Transactional
    public void makePrimary(Actor actor, String email) {
        lock(db, APP_USER.ID, actor.userId());
        String own = requireOwn(actor, email);
        if (isUnconfirmed(actor.userId(), own)) {
            throw new NotFoundException();
        }
        makeFirst(actor.userId(), own);
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
