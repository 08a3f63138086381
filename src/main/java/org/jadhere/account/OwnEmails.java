package org.jadhere.account;

import static org.jadhere.db.Tables.LINK;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jadhere.access.Actor;
import org.jadhere.access.Emails;
import org.jadhere.mail.LetterKind;
import org.jadhere.web.Missing;
import org.jadhere.web.Refused;
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
    private final Emails emails;
    private final Links links;
    private final Notices notices;

    OwnEmails(DSLContext db, Clock clock, Emails emails, Links links, Notices notices) {
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
        if (emails.of(actor.userId()).stream().anyMatch(email::equalsIgnoreCase)) {
            throw new Refused("email", "error.email-yours");
        }
        int asked = db.fetchCount(
                LINK,
                LINK.USER_ID
                        .eq(actor.userId())
                        .and(LINK.PURPOSE.eq(LinkPurpose.EMAIL.word()))
                        .and(LINK.CREATED_AT.gt(clock.instant().minus(WINDOW))));
        if (asked >= PER_HOUR) {
            throw new Refused("email", "error.asked-too-often");
        }
        var link = links.issue(LinkPurpose.EMAIL, actor.userId(), email, LinkPurpose.EMAIL.validity());
        notices.confirm(actor, email, "/email/" + link.secret());
    }

    /** The address becomes the main one; the one before is told, and stays. Nothing where the link does not work. */
    @Transactional
    public Optional<Link> confirm(String secret) {
        var link = links.use(LinkPurpose.EMAIL, secret);
        link.ifPresent(used -> {
            long userId = Objects.requireNonNull(used.userId());
            notices.tell(userId, LetterKind.EMAIL_CHANGED, used.email());
            putFirst(userId, used.email());
        });
        return link;
    }

    @Transactional
    public void makeMain(Actor actor, String email) {
        mustBeOneOf(actor, email);
        notices.tell(actor.userId(), LetterKind.EMAIL_CHANGED, email);
        putFirst(actor.userId(), email);
    }

    /** The main one stays: without it nothing could be sent. */
    @Transactional
    public void remove(Actor actor, String email) {
        var known = mustBeOneOf(actor, email);
        if (known.getFirst().equalsIgnoreCase(email)) {
            throw new Missing();
        }
        emails.replace(
                actor.userId(),
                known.stream().filter(other -> !other.equalsIgnoreCase(email)).toList());
    }

    private List<String> mustBeOneOf(Actor actor, String email) {
        var known = emails.of(actor.userId());
        if (known.stream().noneMatch(email::equalsIgnoreCase)) {
            throw new Missing();
        }
        return known;
    }

    private void putFirst(long userId, String email) {
        List<String> wanted = new ArrayList<>(emails.of(userId));
        wanted.removeIf(email::equalsIgnoreCase);
        wanted.addFirst(email);
        emails.replace(userId, wanted);
    }
}
