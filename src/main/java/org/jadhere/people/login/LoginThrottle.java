package org.jadhere.people.login;

import static org.jadhere.platform.db.PgAddresses.within;
import static org.jadhere.platform.db.Tables.LOGIN_FAILURE;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.site.ClientAddress;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Slows down the guessing of passwords and codes: limits the failures within 15 minutes for one name from one network, for
 * one name from anywhere, and from one network. IPv6 addresses count by their /64, and with higher limits by their /56.
 * Stored in the database, so that a restart does not reset it. It never locks an account permanently, which would let
 * anyone who knows a name lock its owner out (OWASP ASVS 6.3.1); a passkey or a link by e-mail opens it all the same.
 */
@Component
public class LoginThrottle {

    /** What is attempted; each kind is counted separately. */
    public enum Kind {
        PASSWORD("", 5, 25),
        /** In capitals: the names in the table are folded to small letters, so that none has this prefix. */
        CODE("CODE ", 5, 25),
        /** A challenge for a passkey, which creates a session of a visitor; not a failure, and under no name. */
        CHALLENGE("CHALLENGE", 60, 1000);

        private final String prefix;
        private final int perNetwork;
        private final int inAll;

        Kind(String prefix, int perNetwork, int inAll) {
            this.prefix = prefix;
            this.perNetwork = perNetwork;
            this.inAll = inAll;
        }
    }

    public static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PER_NAME_AND_ADDRESS = Kind.PASSWORD.perNetwork;
    static final int PER_NAME = Kind.PASSWORD.inAll;
    static final int PER_ADDRESS = 100;

    /** How much more is allowed from a /56 than from a /64. */
    private static final int SITE_FACTOR = 2;

    private static final int MAX_NAME_LENGTH = 150;

    private final DSLContext db;
    private final Clock clock;

    LoginThrottle(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before it is checked, so that concurrent attempts cannot exceed the limit;
     * {@link #reset} removes it. Returns whether the attempt may be checked. A refused attempt is not stored, so that the
     * table is as small as the limits.
     */
    public boolean admits(Kind kind, String username, String address) {
        Field<String> name = name(kind, username);
        IpPrefix from = ClientAddress.of(address);
        Instant now = clock.instant();
        db.deleteFrom(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.AT.lt(now.minus(WINDOW)))
                .execute();
        if (!isWithinLimits(kind, name, from, 1)) {
            return false;
        }
        db.insertInto(LOGIN_FAILURE, LOGIN_FAILURE.AT, LOGIN_FAILURE.USERNAME, LOGIN_FAILURE.ADDRESS)
                .values(val(now), name, val(from))
                .execute();
        return isWithinLimits(kind, name, from, 0);
    }

    private boolean isWithinLimits(Kind kind, Field<String> name, IpPrefix from, int more) {
        Condition sameName = LOGIN_FAILURE.USERNAME.eq(name);
        Condition guess = LOGIN_FAILURE.USERNAME.ne(inline(Kind.CHALLENGE.prefix));
        Condition network = within(LOGIN_FAILURE.ADDRESS, ClientAddress.network(from));
        Condition site = within(LOGIN_FAILURE.ADDRESS, ClientAddress.site(from));
        var attempts = db.select(
                        count().filterWhere(sameName.and(network)),
                        count().filterWhere(sameName.and(site)),
                        count().filterWhere(sameName),
                        count().filterWhere(guess.and(network)),
                        count().filterWhere(guess.and(site)))
                .from(LOGIN_FAILURE)
                .where(sameName.or(site))
                .fetchSingle();
        return attempts.value1() + more <= kind.perNetwork
                && attempts.value2() + more <= kind.perNetwork * SITE_FACTOR
                && attempts.value3() + more <= kind.inAll
                && attempts.value4() + more <= PER_ADDRESS
                && attempts.value5() + more <= PER_ADDRESS * SITE_FACTOR;
    }

    /** Clears the failures of a name from a network, after a success. */
    public void reset(Kind kind, String username, String address) {
        db.deleteFrom(LOGIN_FAILURE)
                .where(LOGIN_FAILURE.USERNAME.eq(name(kind, username)))
                .and(within(LOGIN_FAILURE.ADDRESS, ClientAddress.network(ClientAddress.of(address))))
                .execute();
    }

    /**
     * The name as the database folds it when it looks for the account: Java folds some letters otherwise. Any text is
     * accepted: NUL is removed, which PostgreSQL cannot store, and the text is cut at 150 characters.
     */
    private static Field<String> name(Kind kind, String username) {
        String name = username.replace("\0", "");
        return concat(inline(kind.prefix), lower(val(name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH)))));
    }
}
