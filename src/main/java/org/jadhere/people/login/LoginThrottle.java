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
 * Slows down the guessing of passwords and codes: limits the failures within 15 minutes for one name from one address, for
 * one name from any address, and from one address. Stored in the database, so that a restart does not reset it. It never
 * locks an account permanently, which would let anyone who knows a name lock its owner out (OWASP ASVS 6.3.1).
 */
@Component
public class LoginThrottle {

    /** What is guessed; passwords and codes are counted separately. */
    public enum Kind {
        PASSWORD(""),
        /** In capitals: the names in the table are folded to small letters, so that none has this prefix. */
        CODE("CODE ");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
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
     * Counts an attempt as failed before it is checked, so that concurrent attempts cannot exceed the limit;
     * {@link #reset} removes it. Returns whether the attempt may be checked.
     */
    public boolean admits(Kind kind, String username, String address) {
        String name = kind.prefix + fold(username);
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
        return attempts(sameName.and(sameAddress)) <= PER_NAME_AND_ADDRESS
                && attempts(sameName) <= PER_NAME
                && attempts(sameAddress) <= PER_ADDRESS;
    }

    private int attempts(Condition which) {
        return db.select(count()).from(LOGIN_FAILURE).where(which).fetchSingle().value1();
    }

    /** Clears the failures of a name from an address, after a success. */
    public void reset(Kind kind, String username, String address) {
        db.deleteFrom(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.USERNAME.eq(kind.prefix + fold(username)))
                .and(LOGIN_FAILURE.ADDRESS.eq(ClientAddress.of(address)))
                .execute();
    }

    /** Any text is accepted: NUL is removed, which PostgreSQL cannot store, and the text is cut at 150 characters. */
    private static String fold(String username) {
        String name = username.replace("\0", "").toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), 150));
    }
}
