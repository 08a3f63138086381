package org.jadhere.people.login;

import static org.jadhere.platform.db.Tables.APP_USER;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks and changes the password of an account. */
@Component
public class AccountPassword {

    private final DSLContext db;
    private final LoginAccounts logins;
    private final PasswordEncoder encoder;
    private final PasswordPolicy passwords;
    private final LoginThrottle throttle;

    AccountPassword(
            DSLContext db,
            LoginAccounts logins,
            PasswordEncoder encoder,
            PasswordPolicy passwords,
            LoginThrottle throttle) {
        this.db = db;
        this.logins = logins;
        this.encoder = encoder;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    public boolean isSet(Actor actor) {
        return hash(actor) != null;
    }

    /**
     * Rejects a wrong password at the field. Attempts are throttled as at the login; call it outside of a transaction, so
     * that a rollback does not undo the count.
     */
    public void requireCorrect(Actor actor, String field, String typed, String address) {
        if (!throttle.admits(LoginThrottle.Kind.PASSWORD, actor.username(), address)) {
            SecurityLog.write(SecurityLog.Event.LOGIN_THROTTLED, actor.userId(), "confirmation");
            throw new RuleViolationException(field, "login.throttled", LoginThrottle.WINDOW.toMinutes());
        }
        if (!encoder.matches(typed, hash(actor))) {
            SecurityLog.write(SecurityLog.Event.LOGIN_FAILED, actor.userId(), "confirmation");
            throw new RuleViolationException(field, "error.password-wrong");
        }
        throttle.reset(LoginThrottle.Kind.PASSWORD, actor.username(), address);
    }

    private @Nullable String hash(Actor actor) {
        return db.select(APP_USER.PASSWORD)
                .from(APP_USER)
                .where(APP_USER.ID.eq(actor.userId()))
                .fetchOne(APP_USER.PASSWORD);
    }

    /**
     * Sets a new password and ends the sessions of the account, which may be stolen.
     *
     * @param field at which a weak password is rejected
     * @param keptSession id of a session that continues; null to end all
     */
    @Transactional
    public void set(long userId, String field, String password, @Nullable String keptSession) {
        var user = db.selectFrom(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchOptional()
                .orElseThrow(NotFoundException::new);
        String username = user.get(APP_USER.USERNAME);
        List<String> names = List.of(username, user.get(APP_USER.FIRST_NAME), user.get(APP_USER.LAST_NAME));
        passwords.weakness(userId, password, names).ifPresent(weakness -> {
            throw new RuleViolationException(field, "error." + weakness, PasswordPolicy.MIN_LENGTH);
        });
        logins.changePassword(username, encoder.encode(password), keptSession);
    }
}
