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
import org.jadhere.people.mail.NotificationKind;
import org.jadhere.people.users.EmailAddresses;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The e-mail addresses of one's own account. A new one counts once a link that was sent there comes back. */
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

    /** The main one first. */
    List<String> of(Actor actor) {
        return emails.of(actor.userId());
    }

    /** Sends a link to an address that is to become the main one. */
    @Transactional
    public void ask(Actor actor, String email) {
        var known = emails.of(actor.userId());
        if (known.stream().anyMatch(email::equalsIgnoreCase)) {
            throw new RuleViolationException("email", "error.email-yours");
        }
        if (known.size() >= EmailAddresses.MOST) {
            throw new RuleViolationException("email", "error.too-many", EmailAddresses.MOST);
        }
        int asked = db.fetchCount(
                LINK,
                LINK.USER_ID
                        .eq(actor.userId())
                        .and(LINK.PURPOSE.eq(LinkPurpose.EMAIL.word()))
                        .and(LINK.CREATED_AT.gt(clock.instant().minus(WINDOW))));
        if (asked >= PER_HOUR) {
            throw new RuleViolationException("email", "error.asked-too-often");
        }
        var link = links.issue(LinkPurpose.EMAIL, actor.userId(), email, LinkPurpose.EMAIL.validity());
        notices.confirm(actor, email, "/email/" + link.secret());
    }

    /**
     * The address becomes the main one; the one before is told, and stays. Nothing where the link does not work, or the
     * account has been closed.
     */
    @Transactional
    public Optional<Link> confirm(String secret) {
        var link = links.use(LinkPurpose.EMAIL, secret).filter(used -> isOpen(Objects.requireNonNull(used.userId())));
        link.ifPresent(used -> putFirst(Objects.requireNonNull(used.userId()), used.email()));
        return link;
    }

    /** Whoever changes the same addresses waits. */
    private boolean isOpen(long userId) {
        lock(db, APP_USER.ID, userId);
        return db.fetchExists(APP_USER, APP_USER.ID.eq(userId).and(APP_USER.ACTIVE));
    }

    @Transactional
    public void makeMain(Actor actor, String email) {
        lock(db, APP_USER.ID, actor.userId());
        putFirst(actor.userId(), mustBeOneOf(actor, email));
    }

    /** The main one stays: without it nothing could be sent. */
    @Transactional
    public void remove(Actor actor, String email) {
        lock(db, APP_USER.ID, actor.userId());
        String unwanted = mustBeOneOf(actor, email);
        List<String> kept = new ArrayList<>(of(actor));
        if (kept.getFirst().equals(unwanted)) {
            throw new NotFoundException();
        }
        kept.remove(unwanted);
        emails.replace(actor.userId(), kept);
    }

    /** As it is spelled there, however it was typed. */
    private String mustBeOneOf(Actor actor, String email) {
        return of(actor).stream().filter(email::equalsIgnoreCase).findFirst().orElseThrow(NotFoundException::new);
    }

    private void putFirst(long userId, String email) {
        List<String> wanted = new ArrayList<>(emails.of(userId));
        if (!wanted.isEmpty() && wanted.getFirst().equalsIgnoreCase(email)) {
            return;
        }
        notices.tell(userId, NotificationKind.EMAIL_CHANGED, email);
        wanted.removeIf(email::equalsIgnoreCase);
        wanted.addFirst(email);
        emails.replace(userId, wanted);
    }
}
