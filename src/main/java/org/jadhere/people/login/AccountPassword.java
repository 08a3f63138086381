package org.jadhere.people.login;

import static org.jadhere.platform.db.Tables.APP_USER;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The password of an account: whether it has one, whether this is it, and a new one. */
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
        return stored(actor) != null;
    }

    /**
     * Refuses, beside the field, what is not the actor's password. Whoever guesses waits as at the login; the guess is
     * counted whatever becomes of it, therefore outside of any transaction that may be undone.
     */
    public void mustBe(Actor actor, String field, String typed, String address) {
        if (!throttle.admits(LoginThrottle.Kind.PASSWORD, actor.username(), address)) {
            throw new RuleViolationException(field, "login.throttled", LoginThrottle.WINDOW.toMinutes());
        }
        if (!encoder.matches(typed, stored(actor))) {
            throw new RuleViolationException(field, "error.password-wrong");
        }
        throttle.forget(LoginThrottle.Kind.PASSWORD, actor.username(), address);
    }

    private @Nullable String stored(Actor actor) {
        return db.select(APP_USER.PASSWORD)
                .from(APP_USER)
                .where(APP_USER.ID.eq(actor.userId()))
                .fetchOne(APP_USER.PASSWORD);
    }

    /**
     * Gives an account a new password and ends its sessions with the old one: who stole one is out.
     *
     * @param field beside which a weak one is refused
     * @param keptSession the id of one that goes on; none where all end
     */
    @Transactional
    public void set(long userId, String field, String wanted, @Nullable String keptSession) {
        var user = db.selectFrom(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchOptional()
                .orElseThrow(NotFoundException::new);
        String username = user.get(APP_USER.USERNAME);
        passwords
                .weakness(wanted, List.of(username, user.get(APP_USER.FIRST_NAME), user.get(APP_USER.LAST_NAME)))
                .ifPresent(weakness -> {
                    throw new RuleViolationException(field, "error." + weakness, PasswordPolicy.SHORTEST);
                });
        logins.changePassword(username, encoder.encode(wanted), keptSession);
    }
}
