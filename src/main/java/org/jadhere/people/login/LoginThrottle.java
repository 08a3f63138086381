package org.jadhere.people.login;

import static org.jadhere.platform.db.Tables.LOGIN_FAILURE;
import static org.jooq.impl.DSL.count;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.site.ClientAddress;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Slows the guessing of passwords and codes: within a quarter of an hour, so many failures for one name from one address,
 * for one name from anywhere, and from one address. Kept in the database: a restart forgets nothing. It never
 * closes an account for good, which would hand a weapon to whoever knows a name (OWASP ASVS 6.3.1).
 */
@Component
public class LoginThrottle {

    /** What is guessed. Wrong codes keep nobody from typing their password, and the other way round. */
    public enum Kind {
        PASSWORD(""),
        /** In capitals, which no name that was typed is kept in. */
        CODE("CODE ");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    public static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_NAME_AND_ADDRESS = 5;
    static final int PER_NAME = 25;
    static final int PER_ADDRESS = 100;

    private final DSLContext db;
    private final Clock clock;

    LoginThrottle(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Counts a try as failed before it is judged, so that many at once cannot slip through; {@link #forget} takes
     * it back. Says whether the try may be judged at all.
     */
    public boolean admits(Kind kind, String username, String address) {
        String name = kind.mark + fold(username);
        IpPrefix from = ClientAddress.of(address);
        Instant now = clock.instant();
        db.deleteFrom(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.AT.lt(now.minus(WINDOW)))
                .execute();
        db.insertInto(LOGIN_FAILURE, LOGIN_FAILURE.AT, LOGIN_FAILURE.USERNAME, LOGIN_FAILURE.ADDRESS)
                .values(now, name, from)
                .execute();
        Condition sameName = LOGIN_FAILURE.USERNAME.eq(name);
        Condition sameAddress = LOGIN_FAILURE.ADDRESS.eq(from);
        return tries(sameName.and(sameAddress)) <= PER_NAME_AND_ADDRESS
                && tries(sameName) <= PER_NAME
                && tries(sameAddress) <= PER_ADDRESS;
    }

    private int tries(Condition which) {
        return db.select(count()).from(LOGIN_FAILURE).where(which).fetchSingle().value1();
    }

    /** A login that succeeded clears what led to it. */
    public void forget(Kind kind, String username, String address) {
        db.deleteFrom(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.USERNAME.eq(kind.mark + fold(username)))
                .and(LOGIN_FAILURE.ADDRESS.eq(ClientAddress.of(address)))
                .execute();
    }

    /** Whatever was typed: PostgreSQL's text has no NUL, and a name this long is nobody's. */
    private static String fold(String username) {
        String name = username.replace("\0", "").toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), 150));
    }
}
