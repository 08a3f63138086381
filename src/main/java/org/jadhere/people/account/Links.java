package org.jadhere.people.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.jadhere.platform.db.Tables.LINK;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jadhere.platform.audit.SecurityLog;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links sent by e-mail: a secret of 256 bits, of which only the digest is stored (OWASP ASVS 6.5.1). */
@Component
public class Links {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final Duration RETENTION = Duration.ofDays(30);

    private final DSLContext db;
    private final Clock clock;

    Links(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Creates a link, and revokes earlier ones of the same user for the same purpose. */
    @Transactional
    public Link.Issued issue(LinkPurpose purpose, @Nullable Long userId, String email, Duration validity) {
        if (userId != null) {
            revoke(purpose, userId);
        }
        return insert(purpose, userId, email, validity);
    }

    /** Creates a link, and revokes only earlier ones of the user for the same purpose to the same address. */
    @Transactional
    public Link.Issued issueForAddress(LinkPurpose purpose, long userId, String email) {
        revoke(purpose, userId, lower(LINK.EMAIL).eq(lower(val(email))));
        return insert(purpose, userId, email, purpose.validity());
    }

    private Link.Issued insert(LinkPurpose purpose, @Nullable Long userId, String email, Duration validity) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var now = clock.instant();
        long id = db.insertInto(LINK)
                .set(LINK.PURPOSE, purpose.word())
                .set(LINK.TOKEN, digest(secret))
                .set(LINK.USER_ID, userId)
                .set(LINK.EMAIL, email)
                .set(LINK.CREATED_AT, now)
                .set(LINK.EXPIRES_AT, now.plus(validity))
                .returningResult(LINK.ID)
                .fetchSingle()
                .value1();
        logged(SecurityLog.Event.LINK_SENT, purpose, new Link(id, userId, email));
        return new Link.Issued(id, secret);
    }

    /** Finds a valid link without using it up, since programs follow links in mails. */
    public Optional<Link> find(LinkPurpose purpose, String secret) {
        return db.selectFrom(LINK).where(isValid(purpose, secret)).fetchOptional(Links::toLink);
    }

    /** Uses up a valid link; of two concurrent calls, one returns it. */
    @Transactional
    public Optional<Link> use(LinkPurpose purpose, String secret) {
        return db.update(LINK)
                .set(LINK.USED_AT, clock.instant())
                .where(isValid(purpose, secret))
                .returning()
                .fetchOptional(Links::toLink)
                .map(link -> logged(SecurityLog.Event.LINK_USED, purpose, link));
    }

    private static Link logged(SecurityLog.Event event, LinkPurpose purpose, Link link) {
        SecurityLog.write(event, link.userId(), purpose.word());
        return link;
    }

    /** Invalidates the user's links for this purpose. Their rows stay, since sent links are counted. */
    @Transactional
    public void revoke(LinkPurpose purpose, long userId) {
        revoke(purpose, userId, noCondition());
    }

    private void revoke(LinkPurpose purpose, long userId, Condition which) {
        db.update(LINK)
                .set(LINK.EXPIRES_AT, LINK.CREATED_AT)
                .where(LINK.PURPOSE.eq(purpose.word()))
                .and(LINK.USER_ID.eq(userId))
                .and(LINK.USED_AT.isNull())
                .and(which)
                .execute();
    }

    /** Deletes links 30 days after they expired. */
    @Transactional
    void deleteOld() {
        db.deleteFrom(LINK)
                .where(LINK.EXPIRES_AT.lt(clock.instant().minus(RETENTION)))
                .execute();
    }

    private Condition isValid(LinkPurpose purpose, String secret) {
        return LINK.TOKEN
                .eq(digest(secret))
                .and(LINK.PURPOSE.eq(purpose.word()))
                .and(LINK.USED_AT.isNull())
                .and(LINK.EXPIRES_AT.gt(clock.instant()));
    }

    /** SHA-256: a long random secret cannot be guessed and needs no slow hash. */
    static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Link toLink(Record row) {
        return new Link(row.get(LINK.ID), row.get(LINK.USER_ID), row.get(LINK.EMAIL));
    }
}
