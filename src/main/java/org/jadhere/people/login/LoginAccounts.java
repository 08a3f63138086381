package org.jadhere.people.login;

import static org.jadhere.platform.db.Pg.given;
import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jadhere.platform.db.Tables.SPRING_SESSION;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import java.util.Optional;
import org.jadhere.platform.audit.Author;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.userdetails.User.UserBuilder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The accounts for Spring Security. A session stores the username only: rights are read at each request. */
@Component
public class LoginAccounts implements UserDetailsService, UserDetailsPasswordService {

    private final DSLContext db;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    LoginAccounts(DSLContext db, TransactionOperations transactions, ApplicationEventPublisher events) {
        this.db = db;
        this.transactions = transactions;
        this.events = events;
    }

    /** Accounts without a password and closed accounts are not found. */
    @Override
    public UserDetails loadUserByUsername(String username) {
        if (username.indexOf('\0') >= 0) {
            throw new UsernameNotFoundException("PostgreSQL's text cannot contain NUL");
        }
        return db.select(APP_USER.USERNAME, APP_USER.PASSWORD)
                .from(APP_USER)
                .where(hasName(username))
                .and(APP_USER.ACTIVE)
                .and(APP_USER.PASSWORD.isNotNull())
                .fetchOptional(row -> account(row.get(APP_USER.USERNAME), row.get(APP_USER.PASSWORD)))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** The id of the account with this name; null if there is none. */
    @Nullable
    Long idOf(String username) {
        return db.select(APP_USER.ID)
                .from(APP_USER)
                .where(hasName(username.replace("\0", "")))
                .fetchOne(APP_USER.ID);
    }

    /**
     * A hash in the format of Django that is left, other than the account's own: its verification takes as long as that of
     * any such account, so that the time of a login does not tell accounts apart. Null if there is none.
     */
    @Nullable
    String djangoHash() {
        return db.select(APP_USER.PASSWORD)
                .from(APP_USER)
                .where(APP_USER.PASSWORD.startsWith(DjangoPasswordEncoder.PREFIX))
                .orderBy(APP_USER.ID)
                .limit(1)
                .fetchOne(APP_USER.PASSWORD);
    }

    boolean hasDjangoHash(String username) {
        return db.fetchExists(
                APP_USER,
                hasName(username.replace("\0", ""))
                        .and(APP_USER.ACTIVE)
                        .and(APP_USER.PASSWORD.startsWith(DjangoPasswordEncoder.PREFIX)));
    }

    private static UserDetails account(String username, String password) {
        UserBuilder account = org.springframework.security.core.userdetails.User.withUsername(username);
        return account.password(password).authorities("USER").build();
    }

    /** At a login, a hash in an older format is replaced; the author of the change is the user. */
    @Override
    public UserDetails updatePassword(UserDetails account, @Nullable String encoded) {
        new Author(null, account.getUsername(), Author.Door.WEB)
                .act(() -> transactions.execute(status -> setPassword(account.getUsername(), encoded)));
        return account(account.getUsername(), String.valueOf(encoded));
    }

    private Optional<Long> setPassword(String username, @Nullable String encoded) {
        return db.update(APP_USER)
                .set(APP_USER.PASSWORD, encoded)
                .where(hasName(username))
                .returningResult(APP_USER.ID)
                .fetchOptional(APP_USER.ID);
    }

    /**
     * Changes a password, ends the sessions of the account except the given one, and publishes {@link PasswordChanged}.
     * Returns false if there is no such account.
     */
    public boolean changePassword(String username, @Nullable String encoded, @Nullable String keptSession) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var changed = setPassword(username, encoded);
            changed.ifPresent(userId -> {
                endSessions(username, keptSession);
                events.publishEvent(new PasswordChanged(userId));
            });
            return changed.isPresent();
        }));
    }

    /** Ends all sessions of a user, except the given one. */
    void endSessions(String username, @Nullable String keptSession) {
        db.deleteFrom(SPRING_SESSION)
                .where(lower(SPRING_SESSION.PRINCIPAL_NAME).eq(lower(val(username))))
                .and(given(keptSession, SPRING_SESSION.SESSION_ID::ne))
                .execute();
    }

    private static Condition hasName(String username) {
        return lower(APP_USER.USERNAME).eq(lower(val(username)));
    }
}
