package org.jadhere.people.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.jadhere.platform.db.Tables.LINK;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that are sent by e-mail: a secret of 256 bits, of which only the digest is kept (OWASP ASVS 6.5.1); each works once. */
@Component
public class Links {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext db;
    private final Clock clock;

    Links(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Makes one; earlier ones of the same user for the same purpose are worth nothing from now on. */
    @Transactional
    public Link.Fresh issue(LinkPurpose purpose, @Nullable Long userId, String email, Duration validity) {
        if (userId != null) {
            revoke(purpose, userId);
        }
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
        return new Link.Fresh(id, secret);
    }

    /** The link of this secret, if it still works: looked at, it goes on working, since programs follow links in letters. */
    public Optional<Link> find(LinkPurpose purpose, String secret) {
        return db.selectFrom(LINK).where(works(purpose, secret)).fetchOptional(Links::toLink);
    }

    /** Uses it up: of two who try at once, one has it. */
    @Transactional
    public Optional<Link> use(LinkPurpose purpose, String secret) {
        return db.update(LINK)
                .set(LINK.USED_AT, clock.instant())
                .where(works(purpose, secret))
                .returning()
                .fetchOptional(Links::toLink);
    }

    /** All that the user was sent for this purpose is worth nothing any more. It stays, since what was sent is counted. */
    @Transactional
    public void revoke(LinkPurpose purpose, long userId) {
        db.update(LINK)
                .set(LINK.EXPIRES_AT, LINK.CREATED_AT)
                .where(LINK.PURPOSE.eq(purpose.word()))
                .and(LINK.USER_ID.eq(userId))
                .and(LINK.USED_AT.isNull())
                .execute();
    }

    /** Used or not, a month after it stopped working. */
    @Transactional
    void forgetOld() {
        db.deleteFrom(LINK)
                .where(LINK.EXPIRES_AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }

    private Condition works(LinkPurpose purpose, String secret) {
        return LINK.TOKEN
                .eq(digest(secret))
                .and(LINK.PURPOSE.eq(purpose.word()))
                .and(LINK.USED_AT.isNull())
                .and(LINK.EXPIRES_AT.gt(clock.instant()));
    }

    /** A secret of 256 random bits needs no slow hash: there is nothing to guess. */
    private static byte[] digest(String secret) {
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
